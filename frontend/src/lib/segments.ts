import type { Hit, HighlightGroupName } from './highlights';
import type { MarkKind, RichText } from './richText';

/** A stretch of text that is drawn in one way. */
export interface Segment {
  readonly text: string;
  readonly marks: readonly MarkKind[];
  readonly hit?: HighlightGroupName;
}

/** Cuts [from, to) of a text where its markup or its highlights begin or end. */
export function segments(
  rich: RichText,
  hits: readonly Hit[],
  from = 0,
  to = rich.text.length,
): readonly Segment[] {
  const cuts = new Set([from, to]);
  for (const { start, end } of [...rich.marks, ...hits]) {
    if (start > from && start < to) cuts.add(start);
    if (end > from && end < to) cuts.add(end);
  }
  const points = [...cuts].sort((a, b) => a - b);
  return points.slice(0, -1).flatMap((start, i) => {
    const end = points[i + 1] ?? to;
    if (end <= start) return [];
    const covers = (range: { start: number; end: number }) => range.start <= start && range.end >= end;
    const hit = hits.find(covers)?.group;
    const marks = rich.marks.filter(covers).map((mark) => mark.kind);
    return [{ text: rich.text.slice(start, end), marks, ...(hit && { hit }) }];
  });
}
