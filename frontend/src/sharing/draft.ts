import type { Allocation, AllocationPart, PartKind } from '../api/schema';

/* The rules while somebody edits them: rows may be incomplete. */

export type QuotaKind = 'none' | 'votes' | 'percent';

export interface DraftPart {
  readonly key: string;
  readonly kind: PartKind;
  readonly target: string;
  readonly from: string;
  readonly to: string;
  readonly reviewers: readonly string[];
}

export interface Draft {
  readonly experienced: readonly string[];
  readonly experiencedInEachPair: boolean;
  readonly apart: readonly { readonly key: string; readonly first: string; readonly second: string }[];
  readonly quotas: { readonly [reviewer: string]: { readonly kind: QuotaKind; readonly amount: string } };
  readonly parts: readonly DraftPart[];
  readonly handovers: readonly { readonly from: string; readonly to: string }[];
}

export function draftOf(rules: Allocation, newKey: () => string): Draft {
  return {
    experienced: rules.experienced,
    experiencedInEachPair: rules.experiencedInEachPair,
    apart: rules.apart.map((pair) => ({ key: newKey(), ...pair })),
    quotas: Object.fromEntries(
      rules.quotas.map(({ reviewer, votes, percent }) => [
        reviewer,
        percent === undefined
          ? { kind: 'votes' as const, amount: String(votes ?? 0) }
          : { kind: 'percent' as const, amount: String(percent) },
      ]),
    ),
    parts: rules.parts.map((part) => ({
      key: newKey(),
      kind: part.kind,
      target: part.id ?? '',
      from: part.from === undefined ? '' : String(part.from),
      to: part.to === undefined ? '' : String(part.to),
      reviewers: part.reviewers,
    })),
    handovers: rules.handovers,
  };
}

/** The rules to send; undefined while something is missing. */
export function rulesOf(draft: Draft): Allocation | undefined {
  const quotas = Object.entries(draft.quotas)
    .filter(([, { kind }]) => kind !== 'none')
    .map(([reviewer, { kind, amount }]) => ({ reviewer, kind, amount: wholeNumber(amount, 0) }));
  const parts = draft.parts.map(partOf);
  if (
    quotas.some(({ kind, amount }) => amount === undefined || (kind === 'percent' && amount > 100)) ||
    parts.includes(undefined) ||
    draft.apart.some(({ first, second }) => first === '' || second === '' || first === second)
  )
    return undefined;
  return {
    experienced: [...draft.experienced],
    experiencedInEachPair: draft.experiencedInEachPair,
    apart: draft.apart.map(({ first, second }) => ({ first, second })),
    quotas: quotas.map(({ reviewer, kind, amount }) => ({
      reviewer,
      [kind === 'percent' ? 'percent' : 'votes']: amount,
    })),
    parts: parts.filter((part) => part !== undefined),
    handovers: draft.handovers.map(({ from, to }) => ({ from, to })),
  };
}

/** Whether two drafts come to the same rules, incomplete rows included. */
export function sameRules(draft: Draft, rules: Allocation): boolean {
  const now = rulesOf(draft);
  return now !== undefined && JSON.stringify(now) === JSON.stringify(rulesOf(draftOf(rules, () => '')));
}

/** The list with one of its rows a place further up or down. */
export function movedRow<T>(rows: readonly T[], at: number, by: 1 | -1): readonly T[] {
  const row = rows[at];
  const other = rows[at + by];
  if (row === undefined || other === undefined) return rows;
  const now = [...rows];
  now[at] = other;
  now[at + by] = row;
  return now;
}

function partOf({ kind, target, from, to, reviewers }: DraftPart): AllocationPart | undefined {
  if (reviewers.length === 0) return undefined;
  if (kind !== 'records') return target === '' ? undefined : { kind, id: target, reviewers: [...reviewers] };
  const first = wholeNumber(from, 1);
  const last = wholeNumber(to, 1);
  if (first === undefined || last === undefined || first > last) return undefined;
  return { kind, from: first, to: last, reviewers: [...reviewers] };
}

function wholeNumber(text: string, least: number): number | undefined {
  const number = /^\d{1,7}$/.test(text.trim()) ? Number(text) : undefined;
  return number !== undefined && number >= least ? number : undefined;
}
