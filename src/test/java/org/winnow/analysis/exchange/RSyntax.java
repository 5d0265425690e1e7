package org.winnow.analysis.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads R as far as is needed to see that a script is whole: strings with their escapes, comments,
 * brackets, and the names of the arguments of calls against what the manuals of the packages list.
 */
final class RSyntax {
  private static final Map<String, Set<String>> ARGUMENTS =
      Map.ofEntries(
          Map.entry(
              "escalc",
              Set.of(
                  "measure", "ai", "n1i", "ci", "n2i", "m1i", "sd1i", "m2i", "sd2i", "x1i", "t1i",
                  "x2i", "t2i", "xi", "ni", "ti", "ri", "data", "add", "to", "drop00", "correct")),
          Map.entry(
              "rma",
              Set.of("sei", "mods", "data", "slab", "method", "test", "level", "tau2", "control")),
          Map.entry(
              "rma.mh",
              Set.of(
                  "measure", "ai", "n1i", "ci", "n2i", "x1i", "t1i", "x2i", "t2i", "data", "slab",
                  "add", "to", "drop00", "correct", "level")),
          Map.entry(
              "rma.peto",
              Set.of("ai", "n1i", "ci", "n2i", "data", "slab", "add", "to", "drop00", "level")),
          Map.entry(
              "rma.glmm",
              Set.of(
                  "measure", "ai", "n1i", "ci", "n2i", "x1i", "t1i", "x2i", "t2i", "xi", "ni", "ti",
                  "data", "slab", "model", "method", "test", "level")),
          Map.entry("regtest", Set.of("model", "predictor")),
          Map.entry("ranktest", Set.of()),
          Map.entry("trimfill", Set.of("estimator")),
          Map.entry("fsn", Set.of("data", "type")),
          Map.entry("leave1out", Set.of()),
          Map.entry("cumul", Set.of()),
          Map.entry("influence", Set.of()),
          Map.entry("tes", Set.of()),
          Map.entry("forest", Set.of("header", "atransf", "addpred", "xlab", "layout")),
          Map.entry("funnel", Set.of("refline", "level", "shade")),
          Map.entry("settings.meta", Set.of()),
          Map.entry(
              "metabin",
              meta(
                  "event.e",
                  "n.e",
                  "event.c",
                  "n.c",
                  "method",
                  "incr",
                  "method.incr",
                  "MH.exact",
                  "RR.Cochrane",
                  "Q.Cochrane",
                  "model.glmm")),
          Map.entry(
              "metacont",
              meta(
                  "n.e",
                  "mean.e",
                  "sd.e",
                  "n.c",
                  "mean.c",
                  "sd.c",
                  "method.smd",
                  "exact.smd",
                  "pooledvar")),
          Map.entry(
              "metainc", meta("event.e", "time.e", "event.c", "time.c", "method", "model.glmm")),
          Map.entry("metaprop", meta("event", "n", "method")),
          Map.entry("metacor", meta("cor", "n")),
          Map.entry("metagen", meta("TE", "seTE")),
          Map.entry("metareg", Set.of()),
          Map.entry("metabias", Set.of("method.bias", "k.min")),
          Map.entry("metainf", Set.of()),
          Map.entry("metacum", Set.of()),
          Map.entry("all.equal", Set.of("tolerance")),
          Map.entry("as.numeric", Set.of()),
          Map.entry("stopifnot", Set.of()),
          Map.entry("factor", Set.of("levels")),
          Map.entry("lm", Set.of("weights", "data")),
          Map.entry("update", Set.of("test", "data")));

  private static Set<String> meta(String... own) {
    Set<String> names =
        new java.util.HashSet<>(
            Set.of(
                "studlab",
                "data",
                "sm",
                "level",
                "level.ma",
                "common",
                "random",
                "method.tau",
                "method.random.ci",
                "adhoc.hakn.ci",
                "prediction",
                "method.predict",
                "level.predict",
                "subgroup",
                "tau.common",
                "control",
                "title",
                "label.e",
                "label.c",
                "label.left",
                "label.right"));
    names.addAll(List.of(own));
    return names;
  }

  private final String text;
  private final List<String> faults = new ArrayList<>();
  private int at;

  private RSyntax(String text) {
    this.text = text;
  }

  /** What is wrong with a script; empty when nothing is. */
  static List<String> faults(String script) {
    RSyntax reader = new RSyntax(script);
    reader.read();
    return reader.faults;
  }

  private record Open(char bracket, String call) {}

  private void read() {
    Deque<Open> open = new ArrayDeque<>();
    String word = "";
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c > 126 || c < ' ' && c != '\n') {
        fault("letter " + (int) c + " outside of comments");
      }
      if (c == '#') {
        at = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at);
        word = "";
      } else if (c == '"') {
        string();
        word = "";
      } else if (Character.isLetterOrDigit(c) || c == '.' || c == '_') {
        int start = at;
        while (at < text.length()
            && (Character.isLetterOrDigit(text.charAt(at)) || "._".indexOf(text.charAt(at)) >= 0)) {
          at++;
        }
        word = text.substring(start, at);
        argument(word, open);
      } else {
        if ("([{".indexOf(c) >= 0) {
          open.push(new Open(c, c == '(' ? word : ""));
        } else if (")]}".indexOf(c) >= 0) {
          char wanted = "([{".charAt(")]}".indexOf(c));
          if (open.isEmpty() || open.pop().bracket() != wanted) {
            fault("bracket " + c);
          }
        } else if ("'`\\@;?".indexOf(c) >= 0) {
          fault("sign " + c);
        }
        if (c != ' ' && c != '\n') {
          word = "";
        }
        at++;
      }
    }
    if (!open.isEmpty()) {
      fault("open " + open.peek());
    }
  }

  private void argument(String word, Deque<Open> open) {
    int next = at;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    boolean named =
        next + 1 < text.length() && text.charAt(next) == '=' && text.charAt(next + 1) != '=';
    if (named && !open.isEmpty()) {
      Set<String> known = ARGUMENTS.get(open.peek().call());
      if (known != null && !known.contains(word)) {
        fault("argument " + word + " of " + open.peek().call());
      }
    }
    if (List.of("NaN", "Infinity", "null", "Optional").contains(word)) {
      fault("word " + word);
    }
  }

  private void string() {
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at);
      if (c == '\n' || c > 126) {
        fault("letter " + (int) c + " in a string");
      }
      if (c == '\\') {
        at++;
        char escape = at < text.length() ? text.charAt(at) : ' ';
        int digits = escape == 'u' ? 4 : escape == 'U' ? 8 : 0;
        if ("nrt\"\\uU".indexOf(escape) < 0) {
          fault("escape " + escape);
        }
        for (int i = 0; i < digits; i++) {
          at++;
          if (at >= text.length() || Character.digit(text.charAt(at), 16) < 0) {
            fault("digits of an escape");
            return;
          }
        }
      }
      at++;
    }
    if (at >= text.length()) {
      fault("open string");
    }
    at++;
  }

  private void fault(String what) {
    int line = (int) text.substring(0, Math.min(at, text.length())).lines().count();
    faults.add("line " + line + ": " + what);
  }
}
