package org.winnow.cli.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.winnow.metaanalysis.Interval;
import org.winnow.metaanalysis.PooledEffect;
import org.winnow.metaanalysis.conversion.Arms;
import org.winnow.metaanalysis.conversion.Converted;
import org.winnow.metaanalysis.conversion.Designs;
import org.winnow.metaanalysis.conversion.Effects;
import org.winnow.metaanalysis.conversion.Medians;
import org.winnow.metaanalysis.conversion.Scales;
import org.winnow.metaanalysis.conversion.Spread;

/** Data preparation; a case is known by the formula it evaluated. */
final class PreparationCases {
  /** The quantile's probability is the only thing in it that varies. */
  private static final Pattern BY_INTERVAL =
      Pattern.compile("sqrt\\(n\\)\\*\\(hi-lo\\)/\\(2\\*q(t|norm)\\(0?(\\.\\d+)(?:,n-1)?\\)\\)");

  private PreparationCases() {}

  static Answer answer(ReferenceCase one) {
    Input in = new Input(one.spec().path("input"));
    String call = one.call();
    if (call.startsWith("conv.fivenum") || call.startsWith("attr(conv.fivenum")) {
      return fiveNumbers(call, in);
    }
    if (call.startsWith("metamean")) {
      return metamean(one.parsed(), in);
    }
    if (call.startsWith("conv.wald")) {
      return wald(one.parsed(), in);
    }
    if (call.startsWith("vcalc")) {
      return shared(in);
    }
    Matcher byInterval = BY_INTERVAL.matcher(call);
    if (byInterval.matches()) {
      double level = 2 * Double.parseDouble("0" + byInterval.group(2)) - 1;
      return value(
          byInterval.group(1).equals("t")
              ? Spread.sdFromIntervalT(in.x("lo"), in.x("hi"), in.x("n"), level)
              : Spread.sdFromIntervalZ(in.x("lo"), in.x("hi"), in.x("n"), level));
    }
    return switch (call) {
      case "se*sqrt(n)" -> value(Spread.sdFromError(in.x("se"), in.x("n")));
      case "sqrt(sdb^2+sdf^2-2*r*sdb*sdf)" ->
          value(Spread.sdOfChange(in.x("sdb"), in.x("sdf"), in.x("r")));
      case "(sdb^2+sdf^2-sdc^2)/(2*sdb*sdf)" ->
          value(Spread.correlation(in.x("sdb"), in.x("sdf"), in.x("sdc")));
      case "abs(md/t)" -> value(Spread.errorFromT(in.x("md"), in.x("t")));
      case "abs(md)/qt(1-p/2,n1+n2-2)" ->
          value(Spread.errorFromP(in.x("md"), in.x("p"), in.x("n1"), in.x("n2")));
      case "(hi-lo)/(2*qt(.975,n1+n2-2))" ->
          value(Spread.errorFromInterval(in.x("lo"), in.x("hi"), in.x("n1"), in.x("n2")));
      case "se/sqrt(1/n1+1/n2)" -> value(Spread.commonSd(in.x("se"), in.x("n1"), in.x("n2")));
      case "(log(hi)-log(lo))/(2*qnorm(.975))" ->
          value(Spread.logErrorFromInterval(in.x("lo"), in.x("hi")));
      case "abs(log(est)/qnorm(p/2))" -> value(Spread.logErrorFromP(in.x("est"), in.x("p")));
      case "comb(n,m,s)" -> combined(in);
      case "list(n=n/k, events=e/k, mean=m, sd=s)" ->
          new Answer()
              .put("n", in.x("n") / in.x("k"))
              .put("events", in.x("e") / in.x("k"))
              .put("mean", in.x("m"))
              .put("sd", in.x("s"));
      default -> designs(call, in);
    };
  }

  private static Answer designs(String call, Input in) {
    return switch (call) {
      case "{de<-1+(m-1)*icc; list(deff=de,n_eff=n/de,events_eff=e/de,se_factor=sqrt(de))}" -> {
        double effect = Designs.designEffect(in.x("m"), 0, in.x("icc"));
        yield new Answer()
            .put("deff", effect)
            .put("n_eff", in.x("n") / effect)
            .put("events_eff", in.x("e") / effect)
            .put("se_factor", Math.sqrt(effect));
      }
      case "1+((1+cv^2)*m-1)*icc" ->
          new Answer().put("value", Designs.designEffect(in.x("m"), in.x("cv"), in.x("icc")));
      case "{sdd<-sqrt(s1^2+s2^2-2*r*s1*s2); list(md=m1-m2,sd_diff=sdd,se=sdd/sqrt(n))}" -> {
        Designs.Paired p =
            Designs.crossover(in.x("m1"), in.x("m2"), in.x("s1"), in.x("s2"), in.x("r"), in.x("n"));
        yield new Answer()
            .put("md", p.difference())
            .put("sd_diff", p.sd())
            .put("se", p.standardError());
      }
      case "{sp<-sqrt((s1^2+s2^2)/2); d<-(m1-m2)/sp; "
              + "list(smd=d,se=sqrt(1/n+d^2/(2*n))*sqrt(2*(1-r)))}" -> {
        Designs.Paired p =
            Designs.crossoverStandardised(
                in.x("m1"), in.x("m2"), in.x("s1"), in.x("s2"), in.x("r"), in.x("n"));
        yield new Answer().put("smd", p.difference()).put("se", p.standardError());
      }
      case "{or<-(a+b)*(b+d)/((a+c)*(c+d)); list(or=or)}" ->
          new Answer()
              .put("or", Designs.marginalOddsRatio(in.x("a"), in.x("b"), in.x("c"), in.x("d")));
      default -> effects(call, in);
    };
  }

  private static Answer effects(String call, Input in) {
    return switch (call) {
      case "list(lnor=d*pi/sqrt(3),se=se*pi/sqrt(3))" ->
          effect("lnor", Effects.standardisedToLogOdds(in.x("d"), in.x("se")));
      case "list(d=lnor*sqrt(3)/pi,se=se*sqrt(3)/pi)" ->
          effect("d", Effects.logOddsToStandardised(in.x("lnor"), in.x("se")));
      case "or/(1-acr*(1-or))" ->
          new Answer().put("value", Effects.riskRatio(in.x("or"), in.x("acr")));
      case "list(per1000=1000*acr*rr,fewer=1000*acr*(rr-1),lo=1000*acr*(lo-1),"
              + "hi=1000*acr*(hi-1),nnt=1/(acr*(1-rr)))" -> {
        double acr = in.x("acr");
        double risk = Effects.riskByRiskRatio(acr, in.x("rr"));
        yield new Answer()
            .put("per1000", 1000 * risk)
            .put("fewer", 1000 * (risk - acr))
            .put("lo", 1000 * (Effects.riskByRiskRatio(acr, in.x("lo")) - acr))
            .put("hi", 1000 * (Effects.riskByRiskRatio(acr, in.x("hi")) - acr))
            .put("nnt", Effects.numberNeeded(acr, risk));
      }
      case "list(r=acr*or/(1-acr+acr*or),diff=1000*(acr-acr*or/(1-acr+acr*or)),"
              + "nnt=1/(acr-acr*or/(1-acr+acr*or)))" -> {
        double risk = Effects.riskByOddsRatio(in.x("acr"), in.x("or"));
        yield new Answer()
            .put("r", risk)
            .put("diff", 1000 * (in.x("acr") - risk))
            .put("nnt", Effects.numberNeeded(in.x("acr"), risk));
      }
      case "list(r=1-(1-acr)^hr,diff=1000*((1-(1-acr)^hr)-acr))" -> {
        double risk = Effects.riskByHazardRatio(in.x("acr"), in.x("hr"));
        yield new Answer().put("r", risk).put("diff", 1000 * (risk - in.x("acr")));
      }
      case "list(md=d*sd,lo=lo*sd,hi=hi*sd)" ->
          new Answer()
              .put("md", in.x("d") * in.x("sd"))
              .put("lo", in.x("lo") * in.x("sd"))
              .put("hi", in.x("hi") * in.x("sd"));
      case "list(mean=m*f+o,sd=s*abs(f))" -> {
        Arms.Arm arm = Scales.linear(new Arms.Arm(1, in.x("m"), in.x("s")), in.x("f"), in.x("o"));
        yield new Answer().put("mean", arm.mean()).put("sd", arm.sd());
      }
      case "list(m1=-m1,m2=-m2,md=-(m1-m2))" ->
          new Answer()
              .put("m1", -in.x("m1"))
              .put("m2", -in.x("m2"))
              .put("md", in.x("m2") - in.x("m1"));
      case "list(mean=max0-m,sd=s)" -> {
        Arms.Arm arm = Scales.reversed(new Arms.Arm(1, in.x("m"), in.x("s")), 0, in.x("max0"));
        yield new Answer().put("mean", arm.mean()).put("sd", arm.sd());
      }
      case "list(lnhr=oe/v,se=1/sqrt(v),lo=exp(oe/v-qnorm(.975)/sqrt(v)),"
              + "hi=exp(oe/v+qnorm(.975)/sqrt(v)))" -> {
        PooledEffect hr = Effects.logHazard(in.x("oe"), in.x("v"));
        Interval interval = hr.interval(0.95);
        yield effect("lnhr", hr)
            .put("lo", Math.exp(interval.lower()))
            .put("hi", Math.exp(interval.upper()));
      }
      case "{v<-e*n1*n2/(n1+n2)^2; oe<-sgn*sqrt(v)*qnorm(1-p/2); "
              + "list(v=v,oe=oe,lnhr=oe/v,se=1/sqrt(v))}" -> {
        double v = Effects.logRankVariance(in.x("e"), in.x("n1"), in.x("n2"));
        double oe = Effects.logRankDifference(v, in.x("p"), in.x("sgn") < 0);
        yield effect("lnhr", Effects.logHazard(oe, v)).put("v", v).put("oe", oe);
      }
      case "list(lrom=log(m1/m2),se=sqrt(s1^2/(n1*m1^2)+s2^2/(n2*m2^2)))" ->
          effect(
              "lrom",
              Effects.logRatioOfMeans(
                  in.x("m1"), in.x("s1"), in.x("n1"), in.x("m2"), in.x("s2"), in.x("n2")));
      // Final values and changes are mixed for mean differences only.
      case "list(ok=FALSE)" -> new Answer().put("ok", false);
      case "list(or=1/c0+1/(n0-c0), rr=1/c0-1/n0, rd=c0*(n0-c0)/n0^3, md=sd0^2/n0, smd=1/n0)" -> {
        double c = in.x("c0");
        double n = in.x("n0");
        yield new Answer()
            .put("or", 1 / c + 1 / (n - c))
            .put("rr", 1 / c - 1 / n)
            .put("rd", c * (n - c) / (n * n * n))
            .put("md", in.x("sd0") * in.x("sd0") / n)
            .put("smd", 1 / n);
      }
      default -> throw new IllegalArgumentException("Formula not known: " + call);
    };
  }

  private static Answer value(Converted converted) {
    return new Answer().put("value", converted.value());
  }

  private static Answer effect(String name, PooledEffect effect) {
    return new Answer().put(name, effect.estimate()).put("se", effect.standardError());
  }

  private static Answer combined(Input in) {
    double[] n = in.array("n");
    double[] m = in.array("m");
    double[] s = in.array("s");
    List<Arms.Arm> arms = new ArrayList<>();
    for (int i = 0; i < n.length; i++) {
      arms.add(new Arms.Arm(n[i], m[i], s[i]));
    }
    Arms.Arm arm = Arms.combined(arms);
    return new Answer().put("n", arm.n()).put("mean", arm.mean()).put("sd", arm.sd());
  }

  private static Answer shared(Input in) {
    double[][] v =
        Arms.sharedCovariance(
            in.texts("trial"),
            in.texts("g1"),
            in.texts("g2"),
            in.array("n1"),
            in.array("n2"),
            in.array("vi"));
    return new Answer()
        .put("V", Arrays.stream(v).map(row -> Arrays.stream(row).boxed().toList()).toList());
  }

  private static Answer wald(RExpression.Call call, Input in) {
    double y = Math.log(in.x("est"));
    double se =
        call.named("ci.lb").isPresent()
            ? Spread.logErrorFromInterval(in.x("lo"), in.x("hi")).value()
            : Spread.logErrorFromP(in.x("est"), in.x("p")).value();
    return new Answer().put("yi", y).put("vi", se * se);
  }

  private static Medians.FiveNumbers numbers(Input in) {
    return new Medians.FiveNumbers(
        in.x("mi"), in.x("q1"), in.x("md"), in.x("q3"), in.x("mx"), in.x("n"));
  }

  private static Answer fiveNumbers(String call, Input in) {
    double a = in.x("mi");
    double q1 = in.x("q1");
    double m = in.x("md");
    double q3 = in.x("q3");
    double b = in.x("mx");
    double n = in.x("n");
    boolean range = call.contains("min = mi");
    boolean quartiles = call.contains("q1 = q1");
    if (call.startsWith("attr(")) {
      Medians.Skewness skewness =
          range && quartiles
              ? Medians.skewness(numbers(in))
              : range
                  ? Medians.skewnessByRange(a, m, b, n)
                  : Medians.skewnessByQuartiles(q1, m, q3, n);
      return new Answer().put("tval", skewness.statistic());
    }
    if (call.contains("\"lnorm\"")) {
      Medians.LogNormal out =
          range
              ? Medians.logNormalFromRange(a, m, b, n)
              : Medians.logNormalFromQuartiles(q1, m, q3, n);
      return moments(out.mean(), out.sd());
    }
    if (range && quartiles) {
      return moments(Medians.mean(numbers(in)), Medians.sd(numbers(in)));
    }
    if (range) {
      return moments(
          call.contains("hozo2005")
              ? Medians.meanFromRangeHozo(a, m, b, n)
              : Medians.meanFromRange(a, m, b, n),
          Medians.sdFromRange(a, m, b, n));
    }
    return moments(
        call.contains("\"wan2014\", \"wan2014\"")
            ? Medians.meanFromQuartilesWan(q1, m, q3, n)
            : Medians.meanFromQuartiles(q1, m, q3, n),
        Medians.sdFromQuartiles(q1, m, q3, n));
  }

  private static Answer metamean(RExpression.Call call, Input in) {
    Medians.FiveNumbers x = numbers(in);
    return moments(
        call.text("method.mean", "Luo").equals("Luo") ? Medians.mean(x) : Medians.meanWan(x),
        call.text("method.sd", "Shi").equals("Shi") ? Medians.sd(x) : Medians.sdWan(x));
  }

  private static Answer moments(Converted mean, Converted sd) {
    return new Answer().put("mean", mean.value()).put("sd", sd.value());
  }

  private record Input(JsonNode node) {
    double x(String name) {
      return node.path(name).asDouble(Double.NaN);
    }

    double[] array(String name) {
      return StreamSupport.stream(node.path(name).spliterator(), false)
          .mapToDouble(JsonNode::asDouble)
          .toArray();
    }

    List<String> texts(String name) {
      return StreamSupport.stream(node.path(name).spliterator(), false)
          .map(JsonNode::asText)
          .toList();
    }
  }
}
