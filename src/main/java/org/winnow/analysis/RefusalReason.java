package org.winnow.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.Wording;

/** Why something is refused, in both languages; {0} and so on stand for the arguments. */
public enum RefusalReason {
  NO_STUDY("No study in the table", "表中没有研究"),
  ROW_WIDTH(
      "{0} values, but the head names {1} columns; texts with commas stand in quotes, decimals have"
          + " a point",
      "有{0}个值，而表头有{1}列；含逗号的文本须加引号，小数用小数点"),
  NO_TABLE("{0}", "不是CSV表格：{0}"),
  NO_COLUMN("No column {0}", "没有名为{0}的列"),
  NUMBER_MISSING("a number is missing", "缺少数字"),
  NOT_FINITE("not finite: {0}", "不是有限的数：{0}"),
  DECIMAL_POINT("write decimals with a point: {0}", "小数请用小数点：{0}"),
  NO_NUMBER("no number: {0}", "不是数字：{0}"),
  NEGATIVE("{0} is not negative: {1}", "{0}不能为负：{1}"),
  MORE_EVENTS("More events than people: {0}", "事件数多于人数：{0}"),
  PERSON_TIME("Events in person-time: {0}", "事件数须不小于0，人时须大于0：{0}"),
  BEYOND("beyond what can be pooled: effect {0}, variance {1}", "超出可合并的范围：效应{0}，方差{1}"),
  NONE_ESTIMABLE("No study is estimable: {0}", "没有可估计效应的研究：{0}"),
  NOT_SETTLED("The computation does not settle: {0}", "计算未能收敛：{0}"),
  DATA_DO_NOT_FIT("The columns do not fit the measure {0}", "数据列不适合效应量{0}"),
  NO_METHOD("No method {0}", "没有方法{0}"),
  METHOD_NEEDS("Method {0} needs ai, n1i, ci and n2i", "方法{0}需要ai、n1i、ci和n2i列"),
  METHOD_DOES_NOT_POOL("Method {0} does not pool {1}", "方法{0}不能合并{1}"),
  ONE_ARM_WITHOUT(
      "Not estimable: an arm has no event in any study, or nothing but events",
      "不可估计：某一组在所有研究中均无事件，或全部发生事件"),
  NO_SETTING("No setting {0}", "没有设置项{0}"),
  NO_MODEL("No model {0}", "没有模型{0}"),
  NO_INTERVAL("No interval {0}", "没有置信区间方法{0}"),
  NO_PREDICTION("No prediction {0}", "没有预测区间方法{0}"),
  NO_ZERO_RULE("No rule for empty cells {0}", "没有零单元格规则{0}"),
  NO_TOTALS("No totals {0}", "没有合计方式{0}"),
  NO_ESTIMATOR("No estimator {0}", "没有τ²估计方法{0}"),
  NO_CONVENTION("No convention {0}", "没有惯例{0}"),
  PERCENTAGE("{0} is a percentage below 100, not {1}", "{0}须为大于0且小于100的百分数，而非{1}"),
  NAMED_NUMBER("{0} is a number, not {1}", "{0}须为数字，而非{1}"),
  PERMUTATIONS("Permutations from 0 to 100000, not {0}", "置换次数为0至100000，而非{0}"),
  FEW_OR_MANY_FOR_FORMS("Intervals by quadratic forms need 2 to {0} studies", "二次型区间需要2至{0}项研究"),
  NO_TEST("No test {0}; there are {1}", "没有检验{0}；可用的有{1}"),
  FEW_STUDIES("Needs {0} studies, not {1}", "需要{0}项研究，现有{1}项"),
  NO_PREDICTOR(
      "No predictor {0}; there are sei, vi, ni, ninv, sqrtni, sqrtninv",
      "没有自变量{0}；可用的有sei、vi、ni、ninv、sqrtni、sqrtninv"),
  SIZES_NEEDED("Sizes need the columns n1i and n2i, or ni", "样本量需要n1i和n2i列，或ni列"),
  NOBODY("nobody in the study", "研究中没有受试者"),
  TEST_NEEDS("Test {0} needs ai, n1i, ci and n2i", "检验{0}需要ai、n1i、ci和n2i列"),
  TEST_NEEDS_MEANS("Test pustejovsky needs two means in every row", "pustejovsky检验要求每行都有两组的均数"),
  WHOLE_EVENTS("The rank test needs whole numbers of events", "秩检验要求事件数为整数"),
  NO_EXPECTATION("No odds ratio to expect events by", "没有可用于计算期望事件数的比值比"),
  TRIM_AND_FILL_BY("Trim and fill by L0, R0 or Q0, not {0}", "剪补法可选L0、R0或Q0，而非{0}"),
  TARGET("The target of a fail-safe number is a number, not {0}", "失安全系数的目标值须为数字，而非{0}"),
  NO_SENSITIVITY("No sensitivity analysis {0}; there are {1}", "没有敏感性分析{0}；可用的有{1}"),
  FILL_SIDE("Fill left or right, not {0}", "剪补方向为left或right，而非{0}"),
  NUMBER_OF_SUBSETS("A number of subsets, not {0}", "子集数须为数字，而非{0}"),
  SUBSETS("From 1 to 100000 subsets, not {0}", "子集数为1至100000，而非{0}"),
  ORDER_MISSING("needed for the order is missing", "缺少排序所需的值"),
  ARMS_NEEDED("A plot of L'Abbé needs ai, n1i, ci and n2i", "L'Abbé图需要ai、n1i、ci和n2i列"),
  NO_VALUE_OF("No study has a value of {0}", "没有研究有{0}的值"),
  NO_PLOT("there is no plot {0}; there are {1}", "没有图形{0}；可用的有{1}"),
  NO_LAYOUT("there is no layout {0}; there are {1}", "没有版式{0}；可用的有{1}"),
  NO_OPTION("there is no option {0}", "没有选项{0}"),
  OPTION_IS("{0} is {1}: {2}", "{0}可为{1}，而非{2}"),
  TWO_VALUES("{0} needs two values", "{0}需要两个值"),
  OPTION_NUMBER("{0}: no number: {1}", "{0}：不是数字：{1}"),
  SUBSETS_BETWEEN("subsets is between 1 and 1000000: {0}", "subsets介于1与1000000之间：{0}"),
  DOMAIN_NAMES("domains needs a name for each of D1 to {0}", "domains须为D1至{0}各给一个名称"),
  NO_JUDGEMENT("no judgement {0}: {1}", "不是{0}等判断：{1}"),
  NO_TOOL("there is no tool {0}; there are {1}", "没有工具{0}；可用的有{1}"),
  NO_JUDGEMENTS(
      "There are no judgements of bias: columns D1, D2 … with low, some concerns or high",
      "没有偏倚风险判断：需要D1、D2……列，内容为低风险、有一定顾虑或高风险"),
  MODERATOR_NEEDED("A bubble plot needs a moderator: a column with numbers", "气泡图需要一个调节变量：数值型的列"),
  NO_NUMERIC_COLUMN("There is no column with numbers that is called {0}", "没有名为{0}的数值列"),
  FEW_FOR_PLOT("This plot needs {0} with an estimate; there {1}", "此图至少需要{0}有效应估计的研究，现有{1}"),
  FILLED_WITHOUT_SIZE(
      "Studies that trim and fill adds have no size: choose se, precision or variance",
      "剪补法补充的研究没有样本量：请选择se、precision或variance"),
  NO_SIZE("has no sample size for the upright axis", "没有纵轴所需的样本量"),
  TWO_RISKS(
      "L'Abbé's plot needs a measure of two risks: OR, RR, RD, AS or PETO",
      "L'Abbé图需要比较两组危险度的指标：OR、RR、RD、AS或PETO"),
  TWO_ARMS(
      "L'Abbé's plot needs the events and totals of both arms (ai, n1i, ci, n2i)",
      "L'Abbé图需要两组的事件数和总数（ai、n1i、ci、n2i）"),
  NO_RISKS("No study has risks to show", "没有可显示危险度的研究"),
  NO_CONVERSION("No conversion {0}", "没有换算方法{0}"),
  NO_INPUT("{0} has no input {1}; it takes {2}", "{0}没有输入项{1}；其输入项为{2}"),
  INPUT_NEEDED("{0} needs {1}", "{0}需要{1}"),
  NO_FINITE_OUTPUT("{0} gives no finite {1} for {2}", "{0}对{2}得不到有限的{1}"),
  INPUT_POINT("{0}: write decimals with a point: {1}", "{0}：小数请用小数点：{1}"),
  INPUT_NO_NUMBER("{0}: no number: {1}", "{0}：不是数字：{1}"),
  INPUT_FINITE("{0}: not finite: {1}", "{0}：不是有限的数：{1}"),
  INPUT_POSITIVE("{0}: must be above 0: {1}", "{0}：须大于0：{1}"),
  INPUT_NOT_NEGATIVE("{0}: must not be negative: {1}", "{0}：不能为负：{1}"),
  INPUT_PROBABILITY("{0}: must lie between 0 and 1: {1}", "{0}：须介于0与1之间：{1}"),
  INPUT_CORRELATION("{0}: must lie from -1 to 1: {1}", "{0}：须在-1至1之间：{1}"),
  INPUT_COUNT("{0}: must be a whole number from 1: {1}", "{0}：须为不小于1的整数：{1}"),
  INPUT_WHOLE("{0}: a whole number, not {1}", "{0}：须为整数，而非{1}"),
  FACTOR("factor: not 0", "factor：不能为0"),
  SCALE_ENDS("highest must be above lowest", "highest须大于lowest"),
  OUTSIDE_SCALE("mean: outside the scale", "mean：超出量表范围"),
  ICC("icc: from 0 to 1", "icc：须在0至1之间"),
  ARM_INCOMPLETE("Arm {0} is not complete", "第{0}组数据不全"),
  NO_ODDS_RATIO("No odds ratio: a treatment has no event, or only events", "没有比值比：某一治疗无事件，或全为事件"),
  RATIO_OF_ONE("ratio: of 1 no P value says how precise it is", "ratio：比值为1时，P值不能说明其精确度"),
  ONE_PERSON("n: more than one person", "n：须多于一人"),
  LEVEL("level: a percentage below 100", "level：须为小于100的百分数"),
  LIMITS("upper must be above lower", "upper须大于lower"),
  OUTSIDE_INTERVAL("The estimate {0} is outside its interval", "估计值{0}不在其区间内"),
  DIRECTION("direction: -1 or 1, not {0}", "direction：须为-1或1，而非{0}"),
  QUARTILES("q3 must be above q1", "q3须大于q1"),
  ASCENDING("{0} must not be below {1}", "{0}不能小于{1}"),
  TWO_PEOPLE("n: at least two people have a spread", "n：至少两人才有离散程度"),
  RANGE_OR_QUARTILES("The range, the quartiles or both are needed", "需要全距、四分位数或两者"),
  NO_SPREAD("The values do not spread: they are all the same", "各值全部相同，没有离散程度"),
  POSITIVE_VALUES("Log-normal data are positive", "对数正态数据须为正"),
  SDS_DO_NOT_AGREE(
      "These SDs do not go together: the correlation would be {0}", "这些标准差互相矛盾：相关系数将为{0}"),
  NO_DEGREES("Too few participants: no degree of freedom is left", "受试者过少：没有剩余的自由度"),
  ABOVE("{0} must be above {1}", "{0}须大于{1}"),
  ASSUMED_RISK("An assumed risk lies between 0 and 1: {0}", "假定风险介于0与1之间：{0}"),
  /** What a formula says that knows no tables and no language. */
  METHOD("{0}", "{0}");

  /**
   * What the statistics refuse, by patterns of their messages: they are a library of formulas that
   * speaks one language.
   */
  private static final Map<Pattern, String> STATISTICS =
      Map.ofEntries(
          Map.entry(
              Pattern.compile("The variances are too far apart to estimate tau squared"),
              "各方差相差过大，无法估计τ²"),
          Map.entry(
              Pattern.compile("The variances are too far apart for a Doi plot"),
              "各方差相差过大，无法绘制Doi图"),
          Map.entry(
              Pattern.compile("Standard deviations and n from 0, r from -1 to 1: (.*)"),
              "标准差和n须不小于0，r须在-1至1之间：$1"),
          Map.entry(Pattern.compile("Cells must be counts from 0: (.*)"), "各单元格须为不小于0的计数：$1"),
          Map.entry(Pattern.compile("More events than people: (.*)"), "事件数多于人数：$1"),
          Map.entry(Pattern.compile("A standard deviation is not negative"), "标准差不能为负"),
          Map.entry(Pattern.compile("A number of people is not negative"), "人数不能为负"),
          Map.entry(Pattern.compile("Events among people: (.*)"), "事件数须在0与人数之间：$1"),
          Map.entry(Pattern.compile("Events in person-time: (.*)"), "事件数须不小于0，人时须大于0：$1"),
          Map.entry(
              Pattern.compile("A correlation lies between -1 and 1: (.*)"), "相关系数介于-1与1之间：$1"),
          Map.entry(Pattern.compile("Robust errors need two clusters"), "稳健标准误需要两个群组"),
          Map.entry(
              Pattern.compile("Moderator (.*) needs a (?:number|value) for each of the .* studies"),
              "调节变量$1须对每项研究有值"),
          Map.entry(
              Pattern.compile("The exact likelihood needs whole numbers of events"),
              "精确似然要求事件数为整数"),
          Map.entry(Pattern.compile("No mixed model (.*)"), "没有混合模型$1"),
          Map.entry(
              Pattern.compile(
                  "A mixed model needs two studies with events and non-events, not (.*)"),
              "混合模型需要两项既有事件又有非事件的研究，现有$1项"),
          Map.entry(
              Pattern.compile(
                  "The estimate is infinite: all events are in one arm, or everybody had the"
                      + " event"),
              "估计值为无穷大：所有事件都在同一组，或所有人都发生了事件"),
          Map.entry(
              Pattern.compile("No Mantel-Haenszel (?:weight for|pooling of) (.*)"),
              "Mantel-Haenszel法不适用于$1"),
          Map.entry(Pattern.compile("The likelihood has no curvature to follow"), "似然函数过于平坦，无法收敛"),
          Map.entry(Pattern.compile("(.*) coefficients, but (.*) studies"), "有$1个系数，但只有$2项研究"),
          Map.entry(Pattern.compile("No study has both events and non-events"), "没有既有事件又有非事件的研究"),
          Map.entry(Pattern.compile("The penalised likelihood has no interval"), "惩罚似然没有区间"),
          Map.entry(Pattern.compile("The penalised fit does not settle"), "惩罚似然拟合未能收敛"),
          Map.entry(
              Pattern.compile("A test for asymmetry needs three studies(?:, not (.*))?"),
              "不对称检验需要三项研究"),
          Map.entry(Pattern.compile("Trim and fill needs two studies"), "剪补法需要两项研究"),
          Map.entry(Pattern.compile("Trim and fill does not settle"), "剪补法未能收敛"),
          Map.entry(
              Pattern.compile("Coefficient (.*) cannot be told apart from those before it"),
              "第$1个系数与前面的系数无法区分"),
          Map.entry(
              Pattern.compile("The median is needed with the range, the quartiles or both"),
              "除中位数外还需要全距、四分位数或两者"),
          Map.entry(
              Pattern.compile("Fewer than five people have no distribution: n = (.*)"),
              "少于五人没有分布可言：n = $1"),
          Map.entry(Pattern.compile("Positive values in ascending order: (.*)"), "须为正值且按升序排列：$1"),
          Map.entry(Pattern.compile("No axis from (.*) to (.*)"), "没有从$1到$2的坐标轴"),
          Map.entry(Pattern.compile("All values are the same: (.*)"), "所有值都相同：$1"),
          Map.entry(Pattern.compile("(\\S+) has no value for (.*)"), "$1对$2没有值"),
          Map.entry(Pattern.compile("(?:No|no) .*estimator (.*)"), "没有估计方法$1"));

  private final Wording template;

  RefusalReason(String en, String zh) {
    template = new Wording(en, zh);
  }

  /** The name for programs, such as no-column. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String sentence(FigureLanguage language, List<Wording> arguments) {
    String sentence = template.in(language);
    for (int i = 0; i < arguments.size(); i++) {
      sentence = sentence.replace("{" + i + "}", arguments.get(i).in(language));
    }
    return sentence;
  }

  static Wording ofStatistics(String english) {
    for (Map.Entry<Pattern, String> known : STATISTICS.entrySet()) {
      Matcher matcher = known.getKey().matcher(english);
      if (matcher.matches()) {
        return new Wording(english, matcher.replaceFirst(known.getValue()));
      }
    }
    return english.isEmpty()
        ? new Wording("The computation does not settle", "计算未能收敛")
        : new Wording(english, "该方法无法计算：" + english);
  }
}
