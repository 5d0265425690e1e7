package org.winnow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.winnow.Api.Person;
import org.winnow.OpenApi.Operation;
import org.winnow.Wire.Answer;
import org.winnow.Wire.Call;
import org.winnow.flow.FlowBox;
import org.winnow.team.Accounts;
import org.winnow.team.ReviewRole;

/**
 * A review in which everything is given but what Ann votes. Two worlds differ in the numbers of the
 * review and its people and, it is hoped, for Bob in nothing else: even their shuffled orders are
 * alike, since those depend on the numbers only through what all worlds share.
 */
final class World {
  static final Instant BEGINNING = Instant.parse("2026-01-05T09:00:00Z");
  static final Instant ANN_VOTES = Instant.parse("2026-01-05T09:10:00Z");
  static final Instant BOB_LOOKS = Instant.parse("2026-01-05T09:20:00Z");

  /** Enough of everything, where little is compared. */
  static final int FEW = 16;

  /** With more than a hundred records on which Ann says one thing or another. */
  static final int MANY = 160;

  /** Before it are records that all worlds have in common. */
  private static final int FIRST_OF_MORE = 13;

  /** What nobody asks for in the words of others; pages are followed by themselves. */
  private static final Set<String> PLACES_AND_SIZES = Set.of("cursor", "after", "limit");

  private static final long ALL = 0x57494E4E4F57L;
  private static final UUID SOURCE = new UUID(ALL, 1);
  private static final UUID COMMITTED = new UUID(ALL, 2);
  private static final UUID WAITING = new UUID(ALL, 3);
  private static final UUID REASON = new UUID(ALL, 4);
  private static final UUID ROUND = new UUID(ALL, 7);
  private static final UUID COMPARISON = new UUID(ALL, 8);
  private static final UUID SYNTHESIS = new UUID(ALL, 9);
  private static final UUID ANNS_TAG = new UUID(ALL, 6);
  private static final UUID ANNS_CHOICE = new UUID(ALL, 13);
  private static final UUID DOCUMENT = new UUID(ALL, 12);
  private static final String TITLE = "title-abstract";
  private static final int AT_ONCE = 50;
  private static final List<String> LOOKUP_FIELDS =
      List.of("title", "abstract", "author", "journal", "year", "doi", "pmid", "keyword", "source");

  /** Of events that say what somebody thought, and some that do not. */
  private static final List<String> TYPES =
      List.of(
          "vote-cast",
          "vote-withdrawn",
          "document-added",
          "votes-voided",
          "conflict-adjudicated",
          "conflict-returned",
          "criteria-found-unclear",
          "calibration-vote-cast",
          "note-written",
          "record-tagged",
          "own-tag-put",
          "records-added",
          "duplicates-found",
          "member-appointed",
          "source-described");

  static final String STREAM = "the stream";
  private static final UUID SHARED_TAG = new UUID(ALL, 11);
  private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
  private static final Pattern POSITION = Pattern.compile("\"position\":\"([^\"]+)\"");

  /** What Ann thinks of the records that she comes to in one world and not in the other. */
  enum Ann {
    INCLUDES,
    EXCLUDES,
    HAS_NOT_VOTED
  }

  private final Wire wire;
  private final FrozenClock clock;
  private final long number;
  private final int records;
  private final Person lead;
  private final Person ann;
  private final Person bob;

  private World(Wire wire, long number, int records) {
    this.wire = wire;
    this.records = records;
    this.clock = Api.bean(FrozenClock.class);
    this.number = number;
    clock.set(BEGINNING);
    this.lead = person(1, "lea");
    this.ann = person(2, "ann");
    this.bob = person(3, "bob");
  }

  /** What Bob received: the answers by their requests, with the numbers of this world left out. */
  record Seen(Map<String, String> answers) {
    /** The requests whose answers differ by a byte, or that only one of them could make. */
    List<String> differencesFrom(Seen other) {
      Set<String> calls = new LinkedHashSet<>(answers.keySet());
      calls.addAll(other.answers.keySet());
      return calls.stream()
          .filter(call -> !Objects.equals(answers.get(call), other.answers.get(call)))
          .toList();
    }
  }

  /** Builds a world up to where Bob has not come to what Ann has voted on, and listens as Bob. */
  static Built build(Wire wire, long number, int records, Ann opinion) {
    return build(wire, number, records, opinion, _ -> true);
  }

  /** The same where only some operations are of interest. */
  static Built build(
      Wire wire, long number, int records, Ann opinion, Predicate<Operation> operations) {
    World world = new World(wire, number, records);
    world.begin();
    try (BufferedReader stream = world.listen()) {
      world.clock.set(ANN_VOTES);
      world.voteAsAnn(opinion);
      world.clock.set(BOB_LOOKS);
      world.putAsideAsBob();
      Map<String, String> answers = new LinkedHashMap<>();
      answers.put(STREAM, world.hearUntilLeadDescribesASource(stream));
      answers.putAll(world.beRefusedAsBob());
      answers.putAll(world.crawl(operations).answers());
      return new Built(world, new Seen(answers));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A world and what Bob saw of it at first. */
  record Built(World world, Seen seen) {}

  UUID review() {
    // The shuffle depends on the lower half, so that one is common to all worlds.
    return new UUID(ALL ^ number << 48, ALL);
  }

  /** Gives Bob other roles. */
  void appointBob(ReviewRole... roles) {
    Api.appoint(review(), lead, bob, roles);
  }

  void voteAsBob(int record, String verdict) {
    vote(bob, TITLE, record, verdict);
  }

  /** Everything that Bob can get, of the operations that are asked for. */
  Seen crawl(Predicate<Operation> operations) {
    Map<String, String> answers = new LinkedHashMap<>();
    OpenApi.filters(wire)
        .forEach(
            (operation, filters) -> {
              if (operation.method().equals("GET") && operations.test(operation)) {
                filtered(operation, filters).forEach(path -> follow(path, answers));
              }
            });
    return new Seen(answers);
  }

  /** All ways of calling it, with each documented filter at least once. */
  private List<String> filtered(Operation operation, List<OpenApi.Filter> filters) {
    List<String> paths = new ArrayList<>(paths(operation.path()));
    for (OpenApi.Filter filter : filters) {
      String parameter = filter.name() + "=";
      boolean isTried = paths.stream().anyMatch(path -> path.matches(".*[?&]" + parameter + ".*"));
      if (!isTried && !paths.isEmpty() && !PLACES_AND_SIZES.contains(filter.name())) {
        assertThat(filter.values())
            .as("nobody has thought of values of %s in %s", filter.name(), operation)
            .isNotEmpty();
        String path = paths.getFirst();
        String join = path.contains("?") ? "&" : "?";
        filter.values().forEach(value -> paths.add(path + join + parameter + value));
      }
    }
    return paths;
  }

  /** What Bob may not do, or not in this way; how he is told must not depend on Ann. */
  private Map<String, String> beRefusedAsBob() {
    String title = "/stages/title-abstract/records/";
    String text = "/stages/full-text/records/";
    String vote = "/votes/" + new UUID(ALL + 9, 1);
    String include = "{\"verdict\":\"include\",\"version\":2}";
    String excludeForNothing =
        "{\"verdict\":\"exclude\",\"reasons\":[\"%s\"],\"version\":2}".formatted(new UUID(ALL, 99));
    Map<String, String> answers = new LinkedHashMap<>();
    for (int record : List.of(1, 6, 9, 10, 11, FIRST_OF_MORE, 9999)) {
      for (Call call :
          List.of(
              Call.json("PUT", title + record + vote, excludeForNothing),
              Call.json("PUT", text + record + vote, include),
              Call.json("PUT", text + record + "/later", "{}"),
              Call.json("DELETE", title + record + "/votes/" + voteOf(ann, TITLE, record), ""),
              Call.json("PUT", title + record + "/adjudications/" + new UUID(ALL, 8), include),
              Call.json(
                  "PUT", title + record + "/returns/" + new UUID(ALL, 8), "{\"comment\":\"\"}"),
              Call.json(
                  "PUT",
                  title + record + "/thread/messages/" + new UUID(ALL, 8),
                  "{\"text\":\"?\"}"),
              Call.json("PUT", title + record + "/unclear", "{\"comment\":\"?\"}"))) {
        Call inReview = new Call(call.method(), base() + call.path(), call.headers(), call.body());
        Answer answer = wire.send(inReview, bob.cookie());
        assertThat(answer.status()).as("%s: %s", inReview, answer.body()).isBetween(400, 499);
        answers.put(
            normalised(call.method() + " " + inReview.path() + " " + call.body()),
            normalised(answer.text()));
      }
    }
    return answers;
  }

  private void putAsideAsBob() {
    as(bob, "PUT", "/stages/title-abstract/records/12/later", "{}");
  }

  private void begin() {
    as(lead, "PUT", "", "{\"title\":\"A review\",\"language\":\"en\"}");
    Api.appoint(review(), lead, ann, ReviewRole.REVIEWER);
    Api.appoint(review(), lead, bob, ReviewRole.REVIEWER);
    Call protocol = Call.json("PUT", base() + "/protocol", PROTOCOL).with("If-Match", "\"1\"");
    assertThat(wire.send(protocol, lead.cookie()).status()).isEqualTo(200);
    as(lead, "PUT", "/sources/" + SOURCE, "{\"kind\":\"database\",\"name\":\"PubMed\"}");
    upload(COMMITTED, ris(records));
    await(COMMITTED, "ready");
    as(lead, "PUT", "/imports/" + COMMITTED + "/commitment", "{\"sourceId\":\"" + SOURCE + "\"}");
    await(COMMITTED, "committed");
    upload(WAITING, ris(2));
    await(WAITING, "ready");
    // The same in all worlds: two reports for the second stage, and a conflict.
    for (int record : List.of(7, 8)) {
      vote(ann, TITLE, record, "include");
      vote(bob, TITLE, record, "include");
    }
    document(ann, 7, DOCUMENT);
    vote(ann, TITLE, 9, "include");
    vote(bob, TITLE, 9, "exclude");
    // The work is shared out by rules that ask for pairs, quotas and parts.
    as(
        lead,
        "PUT",
        "/tags/" + SHARED_TAG,
        "{\"name\":\"animals\",\"owner\":\"review\",\"place\":1}");
    shareOut("title-abstract", "\"votes\":900");
    shareOut("full-text", "\"percent\":100");
    as(lead, "PUT", "/calibration/" + ROUND, "{\"size\":3,\"seed\":1,\"chosen\":[6,10,11]}");
    calibrate(bob, 10, "include");
    as(
        lead,
        "PUT",
        "/comparisons/" + COMPARISON,
        "{\"position\":1,\"name\":{\"en\":\"Needles\"},\"experimental\":{},\"control\":{}}");
    as(lead, "PUT", "/syntheses/" + SYNTHESIS, DEFINITION);
    Call rows = Call.json("PUT", base() + "/syntheses/" + SYNTHESIS + "/rows", ROWS);
    assertThat(wire.send(rows.with("If-Match", "\"1\""), lead.cookie()).status()).isEqualTo(200);
  }

  private void shareOut(String stage, String quotaOfBob) {
    Call rules =
        Call.json(
                "PUT",
                base() + "/stages/" + stage + "/allocation",
                RULES
                    .replace("{ann}", ann.id().toString())
                    .replace("{bob}", bob.id().toString())
                    .replace("{tag}", SHARED_TAG.toString())
                    .replace("{quota}", quotaOfBob))
            .with("If-Match", "\"0\"");
    assertThat(wire.send(rules, lead.cookie()).status()).isEqualTo(200);
  }

  private void calibrate(Person reviewer, int record, String verdict) {
    as(
        reviewer,
        "PUT",
        "/calibration/" + ROUND + "/records/" + record + "/vote",
        "{\"verdict\":\"%s\"}".formatted(verdict));
  }

  private void voteAsAnn(Ann opinion) {
    if (opinion == Ann.HAS_NOT_VOTED) {
      return;
    }
    String verdict = opinion == Ann.INCLUDES ? "include" : "exclude";
    IntStream.concat(IntStream.rangeClosed(1, 6), IntStream.range(FIRST_OF_MORE, records))
        .forEach(record -> vote(ann, TITLE, record, verdict));
    vote(ann, "full-text", 7, verdict);
    for (int record : opinion == Ann.INCLUDES ? List.of(6, 10, 11) : List.of(10, 11)) {
      calibrate(ann, record, verdict);
    }
    // What she notes for herself says what she thinks as well.
    as(
        ann,
        "PUT",
        "/tags/" + ANNS_TAG,
        "{\"name\":\"%s\",\"owner\":\"member\",\"place\":1}".formatted(verdict));
    as(
        ann,
        "PUT",
        "/tags/" + ANNS_CHOICE,
        "{\"name\":\"leaning\",\"owner\":\"member\",\"place\":2,\"kind\":\"choice\","
            + "\"options\":[\"include\",\"exclude\"]}");
    as(ann, "PUT", "/records/4/tags/" + ANNS_CHOICE, "{\"value\":\"%s\"}".formatted(verdict));
    for (int record = 1; record <= (opinion == Ann.INCLUDES ? 3 : 6); record++) {
      as(ann, "PUT", "/records/" + record + "/note", "{\"text\":\"%s\"}".formatted(verdict));
      as(ann, "PUT", "/records/" + record + "/tags/" + ANNS_TAG, "{}");
    }
    for (int record : opinion == Ann.INCLUDES ? List.of(10, 12) : List.of(11)) {
      as(ann, "PUT", "/stages/title-abstract/records/" + record + "/later", "{}");
    }
    // What she tags is hers, even where a tag of the review shares the work out.
    as(ann, "PUT", "/records/" + (opinion == Ann.INCLUDES ? 10 : 11) + "/tags/" + SHARED_TAG, "{}");
    as(
        ann,
        "PUT",
        "/own-highlights",
        "{\"highlights\":[{\"group\":\"%s\",\"terms\":[\"trial\"]}]}".formatted(verdict));
  }

  private BufferedReader listen() throws IOException {
    HttpResponse<java.io.InputStream> stream =
        wire.open(Call.get(base() + "/stream"), bob.cookie());
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
    assertThat(lines.readLine()).startsWith(":");
    return lines;
  }

  /** Everything said before this change, of which everybody is told, is in what is returned. */
  private String hearUntilLeadDescribesASource(BufferedReader stream) throws IOException {
    as(
        lead,
        "PUT",
        "/sources/" + new UUID(ALL, 5),
        "{\"kind\":\"register\",\"name\":\"ClinicalTrials.gov\"}");
    StringBuilder heard = new StringBuilder();
    String line = stream.readLine();
    while (line != null && !line.contains("identification")) {
      // A sign of life tells how long the machine took.
      if (!line.isEmpty() && !line.startsWith(":")) {
        heard.append(line).append('\n');
      }
      line = stream.readLine();
    }
    assertThat(line).as("the stream goes on").isNotNull();
    return normalised(heard.append(line).toString());
  }

  private void follow(String path, Map<String, String> answers) {
    String next = path;
    for (int page = 0; page < records * 3 && !next.isEmpty(); page++) {
      Answer answer = wire.send(Call.get(next), bob.cookie());
      answers.put("GET " + normalised(next), normalised(answer.text()));
      next = pageAfter(path, answer.body());
    }
  }

  private static String pageAfter(String path, String body) {
    String join = path.contains("?") ? "&" : "?";
    Matcher next = NEXT.matcher(body);
    if (next.find()) {
      return path + join + "cursor=" + URLEncoder.encode(next.group(1), StandardCharsets.UTF_8);
    }
    Matcher position = POSITION.matcher(body);
    String last = "";
    while (position.find()) {
      last = position.group(1);
    }
    return last.isEmpty() ? "" : path + join + "after=" + last;
  }

  private List<String> paths(String template) {
    String inReview = template.replace("/api/v1/reviews/{reviewId}", base());
    String own = template.replace("/api/v1/reviews/{reviewId}", "");
    return switch (own) {
      case "/api/v1/session",
          "/api/v1/setup",
          "/login/oidc",
          "/api/v1/reviews",
          "/api/v1/bias-tools",
          "/api/v1/conversions" ->
          List.of(template);
      case "/api/v1/conversions/{method}" -> List.of("/api/v1/conversions/sd-from-se?se=0.5&n=16");
      case "/api/v1/accounts" -> List.of(template, template + "?query=ann");
      case "/stream" -> List.of();
      case "",
          "/protocol",
          "/members",
          "/cockpit",
          "/sources",
          "/rounds",
          "/duplicates/summary",
          "/duplicates/candidates",
          "/duplicates/overlap",
          "/flow",
          "/ledger/verify",
          "/tags",
          "/calibration",
          "/comparisons",
          "/own-highlights" ->
          List.of(inReview);
      case "/calibration/{roundId}" -> List.of(inReview.replace("{roundId}", ROUND.toString()));
      case "/syntheses/{synthesisId}", "/syntheses/{synthesisId}/analysis" ->
          List.of(inReview.replace("{synthesisId}", SYNTHESIS.toString()));
      case "/syntheses/{synthesisId}/figures/{kind}.{format}" ->
          Stream.of("forest.svg", "forest.csv", "funnel.json", "no-such.svg")
              .map(
                  file ->
                      inReview
                          .replace("{synthesisId}", SYNTHESIS.toString())
                          .replace("{kind}.{format}", file))
              .toList();
      case "/syntheses/{synthesisId}/script", "/syntheses/script" ->
          List.of(
              inReview.replace("{synthesisId}", SYNTHESIS.toString()) + "?tool=meta&language=zh");
      case "/syntheses/export" -> List.of(inReview + "?format=revman-csv&language=zh");
      case "/syntheses/export/losses" -> List.of(inReview + "?format=rm5");
      case "/summary-of-findings" -> List.of(inReview + "?comparison=" + COMPARISON);
      case "/summary-of-findings/table.csv", "/summary-of-findings/table.html" ->
          List.of(inReview + "?language=zh&comparison=" + COMPARISON);
      case "/imports" -> List.of(inReview, inReview + "?limit=1");
      case "/duplicates/why" ->
          IntStream.range(1, records)
              .mapToObj(record -> inReview + "?a=" + record + "&b=" + (record + 1))
              .toList();
      case "/imports/{importId}",
          "/imports/{importId}/preview",
          "/imports/{importId}/quarantine",
          "/imports/{importId}/columns",
          "/imports/{importId}/repairs",
          "/imports/{importId}/decisions" ->
          Stream.of(COMMITTED, WAITING)
              .map(id -> inReview.replace("{importId}", id.toString()))
              .toList();
      case "/imports/{importId}/decisions/takeovers/{takeoverId}/not-carried.csv" ->
          List.of(
              inReview
                  .replace("{importId}", COMMITTED.toString())
                  .replace("{takeoverId}", new UUID(0, 1).toString()));
      case "/duplicates" -> List.of(inReview, inReview + "?limit=1", inReview + "?rule=same-doi");
      case "/ledger" ->
          Stream.of(
                  "",
                  "?limit=2",
                  "?from=" + BEGINNING + "&to=" + ANN_VOTES,
                  "?from=" + ANN_VOTES + "&to=" + BOB_LOOKS,
                  "?type=vote-cast&type=vote-withdrawn")
              .flatMap(query -> Stream.concat(Stream.of(query), ofActors(query)))
              .flatMap(query -> Stream.concat(Stream.of(query), ofTypes(query)))
              .map(query -> inReview + query)
              .toList();
      case "/lookup" ->
          Stream.of("acupuncture", "include*", "exclude*", "vote*", "ann", "2020", "\"of 1\"")
              .flatMap(
                  word ->
                      Stream.concat(
                          Stream.of(word), LOOKUP_FIELDS.stream().map(field -> field + ":" + word)))
              .map(
                  query ->
                      inReview + "?limit=10&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
              .toList();
      case "/reports/{reportId}/documents" ->
          numbers().stream().map(id -> inReview.replace("{reportId}", id)).toList();
      case "/reports/{reportId}/documents/{documentId}/content" ->
          numbers().stream()
              .map(
                  id ->
                      inReview
                          .replace("{reportId}", id)
                          .replace("{documentId}", DOCUMENT.toString()))
              .toList();
      case "/annotations" -> togetherAndAlone(inReview);
      case "/records" ->
          Stream.concat(togetherAndAlone(inReview).stream(), Stream.of(inReview + "?ids=9999"))
              .toList();
      case "/records/{recordId}", "/records/{recordId}/raw" ->
          numbers().stream().map(id -> inReview.replace("{recordId}", id)).toList();
      case "/flow/{box}" ->
          Stream.of(FlowBox.values())
              .map(box -> inReview.replace("{box}", box.name().toLowerCase(Locale.ROOT)))
              .toList();
      case "/flow.{format}" ->
          Stream.of("svg", "pdf", "png", "csv")
              .map(format -> inReview.replace("{format}", format))
              .flatMap(
                  path ->
                      Stream.of("", "?lang=zh", "?template=new-v2", "?colours=theme")
                          .map(query -> path + query))
              .toList();
      case "/stages/{stage}/agreement", "/stages/{stage}/agreement.csv" ->
          stages(inReview, "", "?votes=final", "?maybe=include", "?votes=final&maybe=include");
      case "/stages/{stage}/agreement/trend",
          "/stages/{stage}/allocation",
          "/stages/{stage}/allocation/outlook" ->
          stages(inReview, "");
      case "/stages/{stage}/records/{itemId}/thread" ->
          stages(inReview, "").stream()
              .flatMap(path -> numbers().stream().map(id -> path.replace("{itemId}", id)))
              .toList();
      case "/stages/{stage}/queue" ->
          stages(
              inReview,
              "",
              "?limit=1",
              "?limit=3",
              "?only=no-abstract",
              "?only=no-abstract&limit=1",
              "?only=later",
              "?only=maybe",
              "?only=not-retrieved",
              "?tag=" + ANNS_TAG,
              "?tag=" + ANNS_CHOICE + "&value=include");
      case "/stages/{stage}/conflicts" -> stages(inReview, "", "?limit=3");
      case "/stages/{stage}/votes" ->
          stages(
              inReview,
              "",
              "?limit=1",
              "?verdict=include",
              "?verdict=exclude",
              "?verdict=maybe",
              "?tag=" + ANNS_TAG,
              "?tag=" + ANNS_CHOICE + "&value=include");
      default -> throw new AssertionError("nobody has thought of how Bob calls GET " + template);
    };
  }

  private static List<String> stages(String path, String... queries) {
    List<String> paths = new ArrayList<>();
    for (String stage : List.of("title-abstract", "full-text")) {
      for (String query : queries) {
        paths.add(path.replace("{stage}", stage) + query);
      }
    }
    return paths;
  }

  private Stream<String> ofActors(String query) {
    return Stream.of(lead, ann, bob).map(person -> and(query, "actor=" + person.id()));
  }

  private static Stream<String> ofTypes(String query) {
    return query.contains("type=") || query.contains("limit=")
        ? Stream.of()
        : TYPES.stream().map(type -> and(query, "type=" + type));
  }

  private static String and(String query, String more) {
    return query + (query.isEmpty() ? "?" : "&") + more;
  }

  /** All records, many at once and one by one. */
  private List<String> togetherAndAlone(String path) {
    List<String> all = numbers();
    List<String> paths = new ArrayList<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      paths.add(path + "?ids=" + String.join(",", some));
    }
    all.forEach(record -> paths.add(path + "?ids=" + record));
    return paths;
  }

  private List<String> numbers() {
    return IntStream.rangeClosed(1, records).mapToObj(Integer::toString).toList();
  }

  private String normalised(String text) {
    String same = text.replace(review().toString(), "{review}");
    for (Person person : List.of(lead, ann, bob)) {
      String login = person.name();
      same = same.replace(person.id().toString(), "{" + login.substring(0, 3) + "}");
      same = same.replace(login, login.substring(0, 3));
    }
    return same;
  }

  private Person person(int place, String name) {
    // Where a reviewer starts depends on their lower half and the review's upper one together.
    UUID id = new UUID(ALL + place, (ALL + place) ^ number << 48);
    String login = "%s-%08x".formatted(name, number);
    Accounts accounts = Api.bean(Accounts.class);
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              accounts.put(id, login, name, "en", false);
              accounts.setPassword(id, Api.PASSWORD);
            });
    return Api.signIn(id, login);
  }

  private String base() {
    return "/api/v1/reviews/" + review();
  }

  private void as(Person person, String method, String path, String body) {
    Answer answer = wire.send(Call.json(method, base() + path, body), person.cookie());
    assertThat(answer.status()).as("%s %s: %s", method, path, answer.body()).isLessThan(300);
  }

  private UUID voteOf(Person reviewer, String stage, int record) {
    return new UUID(ALL + (reviewer == ann ? 1 : 2), record * 10L + stage.length());
  }

  private void vote(Person reviewer, String stage, int record, String verdict) {
    UUID vote = voteOf(reviewer, stage, record);
    String reasons =
        stage.equals("full-text") && verdict.equals("exclude") ? "\"" + REASON + "\"" : "";
    as(
        reviewer,
        "PUT",
        "/stages/" + stage + "/records/" + record + "/votes/" + vote,
        "{\"verdict\":\"%s\",\"reasons\":[%s],\"version\":2%s}"
            .formatted(verdict, reasons, stage.equals("full-text") ? evidenceFor(verdict) : ""));
  }

  /** What a reviewer quotes says what they think as well. */
  private static String evidenceFor(String verdict) {
    return ",\"evidence\":[{\"documentId\":\"%s\",\"page\":2,\"quote\":\"we %s\"}]"
        .formatted(DOCUMENT, verdict);
  }

  private void document(Person person, int report, UUID id) {
    Call call =
        new Call(
            "PUT",
            base() + "/reports/" + report + "/documents/" + id + "?fileName=a.pdf",
            Map.of("Content-Type", "application/pdf"),
            "%PDF-1.7\nof report " + report + "\nstartxref\n0\n%%EOF\n");
    assertThat(wire.send(call, person.cookie()).status()).isEqualTo(200);
  }

  private void upload(UUID id, String content) {
    Call call =
        new Call(
            "PUT",
            base() + "/imports/" + id + "?fileName=a.ris",
            Map.of("Content-Type", "application/octet-stream"),
            content);
    assertThat(wire.send(call, lead.cookie()).status()).isEqualTo(202);
  }

  private void await(UUID importId, String state) {
    long end = System.nanoTime() + 60_000_000_000L;
    String wanted = "\"state\":\"" + state + "\"";
    Call call = Call.get(base() + "/imports/" + importId);
    while (!wire.send(call, lead.cookie()).body().contains(wanted)) {
      assertThat(System.nanoTime()).as("the import is never " + state).isLessThan(end);
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The last one is a duplicate of the one before. */
  private static String ris(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      int entry = Math.min(i, Math.max(2, count - 1));
      text.append(
          """
          TY  - JOUR
          TI  - Acupuncture trial number %d of %s
          AU  - Author%d, A
          PY  - 2020
          DO  - 10.1000/trial.%d
          ER  -\s

          """
              .formatted(entry, Integer.toString(entry * 7919, 36), entry, entry));
    }
    return text.toString();
  }

  private static final String DEFINITION =
      """
      {"comparisonId":"%s","position":1,"outcome":{"en":"Pain"},"data":"dichotomous",
      "benefit":"lower","settings":{"measure":"RR"}}
      """
          .formatted(COMPARISON);
  private static final String ROWS =
      """
      {"rows":[{"id":"%s","position":1,"study":"Smith 2009",
      "values":{"ai":"4","n1i":"12","ci":"6","n2i":"11"}}]}
      """
          .formatted(new UUID(ALL, 10));
  private static final String RULES =
      """
      {"experienced":["{ann}"],"experiencedInEachPair":true,"apart":[],
      "quotas":[{"reviewer":"{bob}",{quota}}],
      "parts":[{"kind":"tag","id":"{tag}","reviewers":["{ann}"]}],"handovers":[]}
      """;

  private static final String PROTOCOL =
      """
      {"question":{"text":{},"population":"","intervention":"","comparison":"","outcome":"",
      "design":""},"registration":"","criteria":[],
      "reasons":[{"id":"%s","label":{"en":"Wrong design"}}],"policy":{"titleAbstractVotes":2,
      "fullTextVotes":2,"conflictRule":"adjudicator","adjudicatorMayHaveVoted":false,
      "order":"random","reasonsAtTitleAbstract":false,"mask":{"authors":false,"journal":false,
      "year":false},"countsForVotingLead":false},"highlights":[],"explanation":"reasons"}
      """
          .formatted(REASON);
}
