package org.winnow.lookup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.winnow.lookup.LookupAnalysis.Token;
import org.winnow.lookup.LookupQuery.Phrase;
import org.winnow.lookup.LookupQuery.Prefix;
import org.winnow.lookup.LookupQuery.Word;

/** Where a text holds what was looked for, as pieces of plain text. */
final class Highlights {
  private static final int MOST_SNIPPETS = 3;
  private static final int AROUND = 80;

  private Highlights() {}

  /** A stretch of the text that is a hit throughout, or not at all. */
  record Piece(String text, boolean hit) {}

  /** What was found in a record's texts; absent where nothing was. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record InRecord(List<Piece> title, @JsonProperty("abstract") List<List<Piece>> abstracts) {}

  /** The first of the texts that holds a hit, whole; empty when none does. */
  static List<Piece> whole(List<String> texts, LookupQuery query, LookupField field) {
    for (String text : texts) {
      BitSet hits = hits(text, query, field);
      if (!hits.isEmpty()) {
        return pieces(text, hits, 0, text.length());
      }
    }
    return List.of();
  }

  /** The neighbourhoods of the first hits in the texts. */
  static List<List<Piece>> snippets(List<String> texts, LookupQuery query, LookupField field) {
    List<List<Piece>> snippets = new ArrayList<>();
    for (String text : texts) {
      BitSet hits = hits(text, query, field);
      int next = hits.nextSetBit(0);
      while (next >= 0 && snippets.size() < MOST_SNIPPETS) {
        int start = wordStart(text, next - AROUND);
        int end = wordEnd(text, next + AROUND);
        snippets.add(pieces(text, hits, start, end));
        next = hits.nextSetBit(end);
      }
    }
    return snippets;
  }

  private static BitSet hits(String text, LookupQuery query, LookupField field) {
    BitSet hits = new BitSet();
    if (text.isEmpty()) {
      return hits;
    }
    List<Token> tokens = LookupAnalysis.allTokens(text);
    query.wanted().forEach(wanted -> mark(hits, tokens, wanted, field));
    return hits;
  }

  private static void mark(BitSet hits, List<Token> tokens, LookupQuery wanted, LookupField field) {
    switch (wanted) {
      case Word(Optional<LookupField> in, String words) when isIn(in, field) ->
          phrase(hits, tokens, LookupAnalysis.tokens(words), true);
      case Phrase(Optional<LookupField> in, String words) when isIn(in, field) ->
          phrase(hits, tokens, LookupAnalysis.tokens(words), false);
      case Prefix(Optional<LookupField> in, String beginning) when isIn(in, field) ->
          prefix(hits, tokens, LookupAnalysis.tokens(beginning));
      default -> {
        // Years, identifiers and sources are not words of a title or an abstract.
      }
    }
  }

  private static boolean isIn(Optional<LookupField> asked, LookupField field) {
    return asked.isEmpty() || asked.orElseThrow() == field;
  }

  private static void phrase(BitSet hits, List<Token> tokens, List<Token> wanted, boolean anyForm) {
    for (int i = 0; i < tokens.size(); i++) {
      if (same(tokens.get(i), wanted.getFirst(), anyForm)) {
        int shift = tokens.get(i).position() - wanted.getFirst().position();
        List<Token> found = new ArrayList<>();
        for (Token each : wanted) {
          at(tokens, i, each.position() + shift, each, anyForm).ifPresent(found::add);
        }
        if (found.size() == wanted.size()) {
          hits.set(found.getFirst().start(), found.getLast().end());
        }
      }
    }
  }

  private static Optional<Token> at(
      List<Token> tokens, int from, int position, Token wanted, boolean anyForm) {
    return tokens.subList(from, tokens.size()).stream()
        .takeWhile(token -> token.position() <= position)
        .filter(token -> token.position() == position && same(token, wanted, anyForm))
        .findFirst();
  }

  private static boolean same(Token token, Token wanted, boolean anyForm) {
    return token.word().equals(wanted.word()) || (anyForm && token.stem().equals(wanted.stem()));
  }

  private static void prefix(BitSet hits, List<Token> tokens, List<Token> wanted) {
    if (wanted.size() > 1) {
      phrase(hits, tokens, wanted.subList(0, wanted.size() - 1), false);
    }
    String beginning = wanted.getLast().word();
    tokens.stream()
        .filter(token -> token.word().startsWith(beginning))
        .forEach(token -> hits.set(token.start(), token.end()));
  }

  private static List<Piece> pieces(String text, BitSet hits, int start, int end) {
    List<Piece> pieces = new ArrayList<>();
    int at = start;
    while (at < end) {
      boolean hit = hits.get(at);
      int change = hit ? hits.nextClearBit(at) : hits.nextSetBit(at);
      int stop = change < 0 ? end : Math.min(change, end);
      pieces.add(new Piece(text.substring(at, stop), hit));
      at = stop;
    }
    return ellipses(pieces, start > 0, end < text.length());
  }

  private static List<Piece> ellipses(List<Piece> pieces, boolean before, boolean after) {
    List<Piece> marked = new ArrayList<>(pieces);
    if (before) {
      marked.addFirst(new Piece("… ", false));
    }
    if (after) {
      marked.addLast(new Piece(" …", false));
    }
    return marked;
  }

  /** Steps back to the start of a word, but not far: Chinese has no blanks. */
  private static int wordStart(String text, int near) {
    if (near <= 0) {
      return 0;
    }
    int blank = text.lastIndexOf(' ', near);
    return near - blank < 20 && blank >= 0 ? blank + 1 : characterStart(text, near);
  }

  private static int wordEnd(String text, int near) {
    if (near >= text.length()) {
      return text.length();
    }
    int blank = text.indexOf(' ', near);
    return blank >= 0 && blank - near < 20 ? blank : characterStart(text, near);
  }

  private static int characterStart(String text, int at) {
    return Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
  }
}
