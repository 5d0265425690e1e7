package org.winnow.citation.format;

import java.io.IOException;
import java.io.Reader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.citation.Citation;
import org.winnow.citation.format.TaggedRecord.Field;

/**
 * SinoMed's (CBM's) text: {@code 【标题】: value}. No real file was at hand; read tolerantly, and any
 * other list of bracketed Chinese labels too: also that of CNKI's abstracts, which has the whole
 * reference (GB/T 7714) in a line of its own before the labels.
 */
public final class SinoMedFormat implements CitationFormat {
  private static final TagLayout LAYOUT = new Layout();

  /** Tag of a line that is a whole reference. */
  private static final String REFERENCE = "#";

  /** {@code 1. 张三,李四.题名[J].刊名,2021,57(03):112-119.} */
  private static final Pattern WHOLE =
      Pattern.compile(
          "^(?:\\[\\d{1,6}\\]|\\d{1,6}[.、])\\s*([^.．]{1,200})[.．]\\s*(.{2,400}?)\\[([A-Z]{1,2})(?:/OL)?\\]"
              + "[.．]\\s*([^,，]{1,200})(?:[,，]\\s*((?:1[89]|20)\\d\\d))?(?:[,，]\\s*([\\dA-Za-z]{1,8}))?"
              + "(?:[(（]([^)）]{1,12})[)）])?(?:[:：]\\s*([A-Za-z]?\\d[\\dA-Za-z,+\\-]*))?");

  @Override
  public String name() {
    return "sinomed";
  }

  @Override
  public int recognises(String head) {
    int titles = 0;
    int tags = 0;
    for (String line : Heads.lines(head, 200)) {
      TaggedLine tagged = LAYOUT.split(line);
      titles += isTitle(tagged.tag()) || tagged.tag().equals(REFERENCE) ? 1 : 0;
      tags += tagged.hasTag() ? 1 : 0;
    }
    return titles > 0 && tags > 2 ? 94 : 0;
  }

  private static boolean isTitle(String tag) {
    return switch (tag) {
      case "标题", "中文标题", "题名", "中文题名", "篇名", "标 题" -> true;
      default -> false;
    };
  }

  @Override
  public void read(Reader file, CitationSink sink) throws IOException {
    TaggedRecords.read(file, LAYOUT, SinoMedFormat::meaning, sink);
  }

  private static final class Layout implements TagLayout {
    @Override
    public TaggedLine split(String line) {
      String text = Texts.trim(line);
      if (WHOLE.matcher(text).lookingAt()) {
        return new TaggedLine(REFERENCE, text);
      }
      int close = text.startsWith("【") ? text.indexOf('】') : -1;
      // An abstract has 【目的】 inside; labels of its own lines are known.
      if (close < 2 || close > 12) {
        return TaggedLine.NONE;
      }
      String tag = Texts.trim(text.substring(1, close));
      String value = Texts.trim(text.substring(close + 1));
      if (isPartOfAbstract(tag)) {
        return TaggedLine.NONE;
      }
      if (value.startsWith(":") || value.startsWith("：")) {
        value = Texts.trim(value.substring(1));
      }
      return new TaggedLine(tag, value);
    }

    private static boolean isPartOfAbstract(String tag) {
      return switch (tag) {
        case "目的", "方法", "结果", "结论", "背景", "材料与方法", "资料与方法", "对象与方法" -> true;
        default -> false;
      };
    }

    @Override
    public Boundary boundary(TaggedLine line, TaggedRecord open) {
      if (line.tag().equals(REFERENCE)) {
        return Boundary.STARTS;
      }
      boolean first = !open.isEmpty() && open.fields().getFirst().tag().equals(line.tag());
      boolean title = isTitle(line.tag()) && open.has(line.tag());
      return first || title ? Boundary.STARTS : Boundary.OPENS;
    }

    @Override
    public boolean isNoise(String line) {
      String text = Texts.trim(line);
      String number =
          text.endsWith(".") || text.endsWith("、") ? text.substring(0, text.length() - 1) : text;
      return Texts.isDigits(number) || text.startsWith("----") || text.startsWith("====");
    }

    @Override
    public boolean isHeadOfRecord(String line) {
      return isNoise(line);
    }
  }

  private static Citation meaning(TaggedRecord record) {
    CitationDraft draft = new CitationDraft();
    draft.database(record.has(REFERENCE) ? "" : "SinoMed");
    String source = "";
    String whole = "";
    for (Field field : record.fields()) {
      String value = field.joined();
      if (isTitle(field.tag())) {
        draft.title(value);
        continue;
      }
      switch (field.tag()) {
        case REFERENCE -> whole = value;
        case "英文标题", "英文题名", "外文题名" -> draft.title(value);
        case "作者", "著者", "中文作者" -> ChineseLists.authors(value, draft);
        case "出处", "来源" -> source = value;
        case "期刊", "刊名", "期刊名称" -> draft.journal(value);
        case "年", "年份", "出版年" -> draft.year(value);
        case "卷", "卷号" -> draft.volume(value);
        case "期", "期号" -> draft.issue(value);
        case "页码", "页" -> draft.pages(value);
        case "摘要", "中文摘要" -> draft.abstractText(field.paragraphs());
        case "英文摘要", "外文摘要" -> draft.abstractText(field.paragraphs());
        case "关键词", "中文关键词", "主题词", "特征词", "英文关键词" -> ChineseLists.keywords(value, draft);
        case "ISSN" -> draft.issn(value);
        case "流水号", "文献号", "PUI" -> draft.accession(value);
        case "DOI", "doi" -> draft.doi(value);
        case "PMID" -> draft.pmid(value);
        case "语种", "语言" -> draft.language(value);
        case "文献类型" -> draft.type(value);
        case "链接", "网址", "URL" -> draft.url(value);
        default -> draft.other(field.tag(), value);
      }
    }
    source(source, draft);
    whole(whole, draft);
    return draft.citation(record.line(), record.raw());
  }

  private static void whole(String reference, CitationDraft draft) {
    Matcher whole = WHOLE.matcher(reference);
    if (!whole.lookingAt()) {
      return;
    }
    if (!draft.hasAuthors()) {
      ChineseLists.authors(whole.group(1), draft);
    }
    draft.title(whole.group(2)).type(whole.group(3)).journal(whole.group(4));
    draft.year(group(whole, 5)).volume(group(whole, 6)).issue(group(whole, 7));
    draft.pages(group(whole, 8));
  }

  /** {@code 中华肿瘤杂志;2016;38(4):310-320} and {@code 中华肿瘤杂志 2016年38卷4期 310-320页}. */
  static void source(String source, CitationDraft draft) {
    int digit = 0;
    while (digit < source.length() && !Character.isDigit(source.charAt(digit))) {
      digit++;
    }
    String journal = Texts.trim(source.substring(0, digit));
    while (!journal.isEmpty() && ";；,，.。".indexOf(journal.charAt(journal.length() - 1)) >= 0) {
      journal = journal.substring(0, journal.length() - 1);
    }
    draft.journal(journal).year(source.substring(digit));
    String rest = digit + 4 <= source.length() ? source.substring(digit + 4) : "";
    Matcher numbers = SOURCE.matcher(rest);
    Matcher pages = PAGES_ONLY.matcher(rest);
    if (pages.find()) {
      draft.pages(pages.group(1));
    } else if (numbers.find()) {
      draft.volume(group(numbers, 1)).issue(group(numbers, 2)).pages(group(numbers, 3));
    }
  }

  private static final Pattern PAGES_ONLY =
      Pattern.compile("^\\s*[;；]?\\s*[:：]\\s*([A-Za-z]?\\d[\\dA-Za-z,+\\-]*)");

  private static String group(Matcher matcher, int group) {
    String value = matcher.group(group);
    return value == null ? "" : Texts.trim(value);
  }

  private static final Pattern SOURCE =
      Pattern.compile(
          "^[^\\dA-Za-z(（]{0,3}([\\dA-Za-z]{1,8})?卷?\\s*[(（第]?([^)）:：期]{1,12})?[)）期]?"
              + "\\s*[:：]?\\s*第?([A-Za-z]?\\d[\\dA-Za-z,+\\-]*)?");
}
