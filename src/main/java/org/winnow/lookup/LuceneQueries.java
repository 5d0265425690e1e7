package org.winnow.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.winnow.lookup.LookupAnalysis.Token;
import org.winnow.lookup.LookupQuery.All;
import org.winnow.lookup.LookupQuery.Any;
import org.winnow.lookup.LookupQuery.Doi;
import org.winnow.lookup.LookupQuery.FromSource;
import org.winnow.lookup.LookupQuery.Not;
import org.winnow.lookup.LookupQuery.Phrase;
import org.winnow.lookup.LookupQuery.Pmid;
import org.winnow.lookup.LookupQuery.Prefix;
import org.winnow.lookup.LookupQuery.Word;
import org.winnow.lookup.LookupQuery.Years;
import org.winnow.platform.RuleViolation;

/** Says a query in Lucene's terms. */
final class LuceneQueries {
  /** Where a word may stand when the query names no field, and how much it weighs there. */
  private static final Map<LookupField, Float> EVERYWHERE =
      Map.of(
          LookupField.TITLE, 3f,
          LookupField.KEYWORD, 2f,
          LookupField.ABSTRACT, 1f,
          LookupField.AUTHOR, 2f,
          LookupField.JOURNAL, 1f);

  // A word in title and abstract counts a little more than one in the title alone.
  private static final float TIE = 0.1f;
  private static final int FEWEST_DIGITS_OF_A_PMID = 5;

  private final Set<LookupField> hidden;
  private final Function<String, List<UUID>> sourcesNamed;

  /**
   * @param hidden fields that the asker may not see; what cannot be read must not be guessed either
   * @param sourcesNamed the review's sources with this in their name
   */
  LuceneQueries(Set<LookupField> hidden, Function<String, List<UUID>> sourcesNamed) {
    this.hidden = Set.copyOf(hidden);
    this.sourcesNamed = sourcesNamed;
  }

  /**
   * @throws RuleViolation {@code search-masked} when it names a field that is hidden
   */
  Query of(LookupQuery query) {
    return switch (query) {
      case All(List<LookupQuery> parts) -> all(parts);
      case Any(List<LookupQuery> parts) -> any(parts.stream().map(this::of).toList());
      case Not(LookupQuery part) -> all(List.of(new Not(part)));
      case Word(Optional<LookupField> field, String text) -> word(field, text);
      case Phrase(Optional<LookupField> field, String text) ->
          inFields(field, name -> phrase(name, LookupAnalysis.tokens(text), false));
      case Prefix(Optional<LookupField> field, String text) ->
          inFields(field, name -> prefix(name, text));
      case Years(int first, int last) ->
          IntPoint.newRangeQuery(seen(LookupField.YEAR), first, last);
      case Doi(String doi) -> new TermQuery(new Term(seen(LookupField.DOI), doi));
      case Pmid(String pmid) -> new TermQuery(new Term(seen(LookupField.PMID), pmid));
      case FromSource(String name) -> fromSource(name);
    };
  }

  private Query all(List<LookupQuery> parts) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    boolean wanted = false;
    for (LookupQuery part : parts) {
      if (part instanceof Not(LookupQuery unwanted)) {
        all.add(of(unwanted), Occur.MUST_NOT);
      } else {
        all.add(of(part), Occur.MUST);
        wanted = true;
      }
    }
    if (!wanted && !parts.isEmpty()) {
      all.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
    }
    return all.build();
  }

  private static Query any(List<Query> alternatives) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    alternatives.forEach(alternative -> any.add(alternative, Occur.SHOULD));
    return any.build();
  }

  private Query word(Optional<LookupField> field, String text) {
    Query words =
        inFields(field, name -> phrase(name, LookupAnalysis.tokens(text), hasStems(name)));
    if (field.isEmpty() && mayBePmid(text)) {
      return any(List.of(words, new TermQuery(new Term("pmid", text))));
    }
    return words;
  }

  private boolean mayBePmid(String text) {
    return !hidden.contains(LookupField.PMID)
        && text.length() >= FEWEST_DIGITS_OF_A_PMID
        && text.matches("\\d+");
  }

  private String seen(LookupField field) {
    if (hidden.contains(field)) {
      throw RuleViolation.withStatus(403, "search-masked", field.word());
    }
    return field.word();
  }

  private static boolean hasStems(String field) {
    return switch (field) {
      case "title", "abstract", "keyword" -> true;
      default -> false;
    };
  }

  private Query inFields(Optional<LookupField> field, Function<String, Query> query) {
    if (field.isPresent()) {
      return query.apply(seen(field.orElseThrow()));
    }
    List<Query> everywhere = new ArrayList<>();
    EVERYWHERE.forEach(
        (each, weight) -> {
          if (!hidden.contains(each)) {
            everywhere.add(new BoostQuery(query.apply(each.word()), weight));
          }
        });
    return new DisjunctionMaxQuery(everywhere, TIE);
  }

  private static Query phrase(String field, List<Token> tokens, boolean anyForm) {
    if (tokens.isEmpty()) {
      return MatchNoDocsQuery.INSTANCE;
    }
    if (tokens.size() == 1) {
      return new TermQuery(term(field, tokens.getFirst(), anyForm));
    }
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    tokens.forEach(token -> phrase.add(term(field, token, anyForm), token.position()));
    return phrase.build();
  }

  private static Term term(String field, Token token, boolean anyForm) {
    return new Term(field, anyForm ? token.stem() : token.word());
  }

  private static Query prefix(String field, String text) {
    List<Token> tokens = LookupAnalysis.tokens(text);
    Token last = tokens.getLast();
    if (last.word().codePoints().anyMatch(Character::isIdeographic)) {
      // Of Chinese every run of characters is found anyway.
      return phrase(field, tokens, false);
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(new PrefixQuery(new Term(field, last.word())), Occur.MUST);
    if (tokens.size() > 1) {
      all.add(phrase(field, tokens.subList(0, tokens.size() - 1), false), Occur.MUST);
    }
    return all.build();
  }

  private Query fromSource(String name) {
    List<BytesRef> sources =
        sourcesNamed.apply(name).stream().map(id -> new BytesRef(id.toString())).toList();
    return any(
        List.of(
            phrase("database", LookupAnalysis.tokens(name), false),
            new TermInSetQuery("source", sources)));
  }
}
