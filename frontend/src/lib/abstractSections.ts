/**
 * The parts of a structured abstract. Databases give them one per line ("METHODS: …"), run together in one paragraph
 * ("Background: … Methods: …"), or in Chinese with or without a colon ("目的 探讨…方法 选取…").
 */
export interface Section {
  /** As written, without its colon or brackets; none for text before the first heading and for plain abstracts. */
  readonly label?: string;
  /** Range of the section's own text. */
  readonly start: number;
  readonly end: number;
}

const ENGLISH =
  'background(?: and (?:aims?|objectives?|purpose))?|introduction|context|rationale|importance|' +
  '(?:main )?objectives?|aims?(?: and (?:objectives?|background))?|purpose|hypothesis|' +
  '(?:materials?|patients|subjects|participants) and methods|methods?(?: and (?:materials|results|findings|analysis))?|' +
  'methodology|(?:study |trial )?design|design,? setting,? and participants|setting|participants|patients|' +
  'interventions?|exposures?|comparators?|(?:main )?outcomes?(?: and measures?| measures?)?|' +
  '(?:main )?outcome measures?|measurements?(?: and main results)?|data sources?|search (?:methods|strategy)|' +
  'study selection|selection criteria|eligibility criteria|data (?:extraction|collection|synthesis|analysis)(?: and (?:analysis|synthesis))?|' +
  'statistical analysis|(?:main )?results?|findings|discussion|interpretation|limitations?|' +
  "(?:authors' )?conclusions?(?: and (?:relevance|implications))?|significance|implications|relevance|" +
  '(?:trial|clinical trial) registration(?: number)?|registration|funding|keywords';

const CHINESE =
  '研究背景|背景与目的|背景|前言|引言|研究目的|目的与意义|目的|材料与方法|材料和方法|资料与方法|资料和方法|对象与方法|对象和方法|' +
  '研究方法|方法与结果|方法|研究设计|设计|干预措施|干预|主要结局指标|主要观察指标|观察指标|结局指标|结局|资料来源|资料|' +
  '研究结果|主要结果|结果与结论|结果|讨论|研究结论|结论与展望|结论|意义|试验注册|临床试验注册|关键词';

/** A heading after a line break, at the very start, or after the end of a sentence. */
const KNOWN = new RegExp(
  String.raw`(?<=^|[\n.。;；!！?？)）]\s*)(?:` +
    String.raw`[\[【［〖(（]\s*(?<bracketed>${ENGLISH}|${CHINESE})\s*[\]】］〗)）]\s*[:：]?` +
    String.raw`|(?<coloned>${ENGLISH}|${CHINESE})\s*[:：]` +
    String.raw`|(?<spaced>${CHINESE})[ \u3000\u00a0]+(?=\S)` +
    String.raw`)[ \t\u3000\u00a0]*`,
  'giu',
);
/** Any other label that stands in capitals at the start of a line, as PubMed writes them. */
const CAPITALS = /(?<=^|\n)(?<capitals>[A-Z][A-Z0-9 ,/&'()-]{2,60}):[ \t]*/g;
/** Capitals without a colon: "BACKGROUND Mesenchymal …". Taken only beside other headings. */
const BARE = new RegExp(
  String.raw`(?<=^|[\n.]\s*)(?<bare>BACKGROUND|INTRODUCTION|OBJECTIVES?|AIMS?|PURPOSE|METHODS?|RESULTS?|FINDINGS|DISCUSSION|CONCLUSIONS?)[ ]+(?=[A-Z0-9])`,
  'g',
);

interface Heading {
  readonly label: string;
  readonly at: number;
  readonly after: number;
  readonly certain: boolean;
}

export function abstractSections(text: string): readonly Section[] {
  const headings = believable(text, [...found(text, KNOWN), ...found(text, CAPITALS), ...found(text, BARE)]);
  if (headings.length === 0) return paragraphs(text, 0, text.length);
  const first = headings[0]?.at ?? 0;
  const sections: Section[] = paragraphs(text, 0, first);
  headings.forEach((heading, i) => {
    const end = headings[i + 1]?.at ?? text.length;
    sections.push({ label: heading.label, ...trimmed(text, heading.after, end) });
  });
  return sections;
}

function found(text: string, pattern: RegExp): Heading[] {
  return [...text.matchAll(pattern)].map((match) => {
    const groups = match.groups ?? {};
    const label =
      groups['bracketed'] ??
      groups['coloned'] ??
      groups['spaced'] ??
      groups['capitals'] ??
      groups['bare'] ??
      '';
    const certain = groups['spaced'] === undefined && groups['bare'] === undefined;
    return { label: label.trim(), at: match.index, after: match.index + match[0].length, certain };
  });
}

/** Headings without a colon count only when another one is there: "结果 " alone may begin a sentence. */
function believable(text: string, headings: readonly Heading[]): readonly Heading[] {
  const ordered = [...headings].sort((a, b) => a.at - b.at || b.after - a.after);
  const apart: Heading[] = [];
  for (const heading of ordered) {
    if (heading.at >= (apart.at(-1)?.after ?? 0)) apart.push(heading);
  }
  const startsText = apart[0]?.at === 0 || text.slice(0, apart[0]?.at).trim() === '';
  if (apart.length === 1 && !(apart[0]?.certain && startsText)) return [];
  return apart;
}

function paragraphs(text: string, from: number, to: number): Section[] {
  const sections: Section[] = [];
  let start = from;
  for (const line of text.slice(from, to).split('\n')) {
    if (line.trim() !== '') sections.push(trimmed(text, start, start + line.length));
    start += line.length + 1;
  }
  return sections;
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  const inner = text.slice(start, end);
  const from = start + (inner.length - inner.trimStart().length);
  return { start: Math.min(from, end), end: Math.max(from, start + inner.trimEnd().length) };
}
