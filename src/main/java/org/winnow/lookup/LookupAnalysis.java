package org.winnow.lookup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * How text becomes tokens, the same for records and for queries.
 *
 * <p>Words are folded (width, case, accents). At the place of an English word stands the word and,
 * marked with {@code ~}, its stem; at the place of a Chinese character stand the character and the
 * pair that it begins. One chain serves both languages, since one text often holds both.
 */
final class LookupAnalysis {
  /** Changes whenever a token of some text could change: indexes of another number are rebuilt. */
  static final int VERSION = 1;

  private static final char STEM = '~';
  // Words of different values of a field, such as two authors, never form one phrase.
  private static final int GAP = 100;

  private static final Analyzer FORMS = new Chain(true);
  private static final Analyzer WORDS = new Chain(false);

  private LookupAnalysis() {}

  /**
   * A word of a text.
   *
   * @param word as folded; for Chinese a character, or two
   * @param stem marked; the word itself where there is no stem
   * @param position place in the text, counted in words and Chinese characters
   * @param start first character in the text
   * @param end character after the last
   */
  record Token(String word, String stem, int position, int start, int end) {}

  /** The analyzer of an index: names and numbers have no stems, other fields have. */
  static Analyzer analyzer() {
    return new PerFieldAnalyzerWrapper(
        FORMS, Map.of("author", WORDS, "journal", WORDS, "database", WORDS));
  }

  /**
   * The tokens to look for: of Chinese the pairs, and single characters only where they stand
   * alone.
   */
  static List<Token> tokens(String text) {
    List<Token> all = allTokens(text);
    return all.stream()
        .filter(token -> !isSingle(token) || all.stream().noneMatch(other -> covers(other, token)))
        .toList();
  }

  /** Every token of a text, in order; of Chinese the characters and the pairs. */
  static List<Token> allTokens(String text) {
    List<Token> tokens = new ArrayList<>();
    try (TokenStream stream = FORMS.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      int position = -1;
      while (stream.incrementToken()) {
        position += step.getPositionIncrement();
        String word = term.toString();
        if (word.charAt(0) == STEM) {
          Token plain = tokens.removeLast();
          tokens.add(new Token(plain.word(), word, position, plain.start(), plain.end()));
        } else {
          tokens.add(new Token(word, word, position, offset.startOffset(), offset.endOffset()));
        }
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tokens;
  }

  private static boolean isSingle(Token token) {
    return token.stem().charAt(0) != STEM
        && token.word().codePointCount(0, token.word().length()) == 1;
  }

  private static boolean covers(Token pair, Token single) {
    return !pair.equals(single)
        && pair.stem().charAt(0) != STEM
        && !isSingle(pair)
        && pair.start() <= single.start()
        && single.end() <= pair.end();
  }

  private static final class Chain extends Analyzer {
    private final boolean stems;

    Chain(boolean stems) {
      this.stems = stems;
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
      StandardTokenizer tokenizer = new StandardTokenizer();
      TokenStream tokens = new Fold(tokenizer);
      tokens = new EnglishPossessiveFilter(tokens);
      tokens = new LowerCaseFilter(tokens);
      tokens = new ASCIIFoldingFilter(tokens);
      int scripts =
          CJKBigramFilter.HAN
              | CJKBigramFilter.HIRAGANA
              | CJKBigramFilter.KATAKANA
              | CJKBigramFilter.HANGUL;
      tokens = new CJKBigramFilter(tokens, scripts, true);
      if (stems) {
        tokens = new Stems(tokens);
      }
      return new TokenStreamComponents(tokenizer, tokens);
    }

    @Override
    public int getPositionIncrementGap(String fieldName) {
      return GAP;
    }
  }

  /** Compatibility forms, full-width letters among them, become the plain ones (NFKC). */
  private static final class Fold extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    Fold(TokenStream input) {
      super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      if (!isAscii() && !Normalizer.isNormalized(term, Normalizer.Form.NFKC)) {
        String folded = Normalizer.normalize(term, Normalizer.Form.NFKC);
        term.setEmpty().append(folded);
      }
      return true;
    }

    private boolean isAscii() {
      char[] letters = term.buffer();
      for (int i = 0; i < term.length(); i++) {
        if (letters[i] >= 0x80) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * Behind each word, in the same place, its stem with the mark; Chinese has none. Texts of one
   * subject repeat their words, so stems are remembered.
   */
  private static final class Stems extends TokenFilter {
    private static final int REMEMBERED = 20_000;
    private static final int FIRST = 100;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);
    private final OneWord word = new OneWord();
    private final PorterStemFilter stemmer = new PorterStemFilter(word);
    private CharArrayMap<char[]> stems = new CharArrayMap<>(FIRST, false);
    private boolean isStemNext;

    Stems(TokenStream input) {
      super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (isStemNext) {
        isStemNext = false;
        char[] stem = stem();
        term.copyBuffer(stem, 0, stem.length);
        step.setPositionIncrement(0);
        return true;
      }
      if (!input.incrementToken()) {
        return false;
      }
      isStemNext = isWord();
      return true;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      isStemNext = false;
    }

    private char[] stem() throws IOException {
      char[] known = stems.get(term.buffer(), 0, term.length());
      if (known != null) {
        return known;
      }
      char[] found = (STEM + word.stemmed(stemmer, term)).toCharArray();
      if (stems.size() == REMEMBERED) {
        stems = new CharArrayMap<>(FIRST, false);
      }
      stems.put(term.toString(), found);
      return found;
    }

    private boolean isWord() {
      return type.type().equals("<ALPHANUM>") || type.type().equals("<NUM>");
    }
  }

  /** A stream of one word, since Lucene's stemmer takes words from streams only. */
  private static final class OneWord extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    String stemmed(PorterStemFilter stemmer, CharTermAttribute from) throws IOException {
      term.copyBuffer(from.buffer(), 0, from.length());
      stemmer.incrementToken();
      return term.toString();
    }

    @Override
    public boolean incrementToken() {
      return true;
    }
  }
}
