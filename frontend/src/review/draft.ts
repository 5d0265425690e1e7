import type {
  BilingualText,
  HighlightGroup,
  HighlightGroupId,
  Protocol,
  ProtocolChange,
} from '../api/schema';

export type Draft = Omit<ProtocolChange, 'explanation'>;

export const highlightGroups: readonly HighlightGroupId[] = [
  'include',
  'exclude',
  'population',
  'intervention',
  'comparison',
  'outcome',
];

/** The part of a protocol that a lead writes, in one shape: every highlight group is there, blank texts are left out. */
export function draftOf(protocol: Protocol): Draft {
  return tidy({
    question: protocol.question,
    registration: protocol.registration,
    criteria: protocol.criteria,
    reasons: protocol.reasons,
    policy: protocol.policy,
    highlights: highlightGroups.map(
      (group) => protocol.highlights.find((one) => one.group === group) ?? { group, terms: [] },
    ),
  });
}

/** Without blanks at the edges and empty lines, so that what looks equal is equal. */
export function tidy(draft: Draft): Draft {
  const { text, population, intervention, comparison, outcome, design } = draft.question;
  return {
    question: {
      text: filled(text),
      population: population.trim(),
      intervention: intervention.trim(),
      comparison: comparison.trim(),
      outcome: outcome.trim(),
      design: design.trim(),
    },
    registration: draft.registration.trim(),
    criteria: draft.criteria.map(({ id, kind, text: words }) => ({ id, kind, text: filled(words) })),
    reasons: draft.reasons.map(({ id, label, criterionId }) => ({
      id,
      label: filled(label),
      ...given('criterionId', criterionId),
    })),
    policy: draft.policy,
    highlights: draft.highlights.map(({ group, terms }) => ({
      group,
      terms: terms.map((term) => term.trim()).filter(Boolean),
    })),
  };
}

/** What is sent: groups without terms say nothing. */
export function toSend(draft: Draft): Draft {
  const tidied = tidy(draft);
  const highlights: HighlightGroup[] = tidied.highlights.filter((group) => group.terms.length > 0);
  return { ...tidied, highlights };
}

export function sameDraft(a: Draft, b: Draft): boolean {
  return JSON.stringify(tidy(a)) === JSON.stringify(tidy(b));
}

export type Part = keyof Draft;
const parts: readonly Part[] = ['question', 'registration', 'criteria', 'reasons', 'policy', 'highlights'];

/** The parts in which two drafts differ, in the order of the page. */
export function differingParts(a: Draft, b: Draft): Part[] {
  const [left, right] = [tidy(a), tidy(b)];
  return parts.filter((part) => JSON.stringify(left[part]) !== JSON.stringify(right[part]));
}

export function isBlank(text: BilingualText): boolean {
  return Object.keys(filled(text)).length === 0;
}

function filled(text: BilingualText): BilingualText {
  return { ...given('en', text.en), ...given('zh', text.zh) };
}

function given<K extends string>(key: K, value: string | undefined): { [key in K]?: string } {
  const trimmed = value?.trim();
  const result: { [key in K]?: string } = {};
  if (trimmed) result[key] = trimmed;
  return result;
}
