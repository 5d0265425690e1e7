import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { http } from '../api/http';
import type { HighlightGroup, OwnHighlights } from '../api/schema';
import { HIGHLIGHT_GROUPS, termPattern, type HighlightGroupName } from '../lib/highlights';
import { Button, Dialog, ProblemNote, TextArea } from '../ui';
import { useScreeningMessages } from './messages';

export function ownTermsQuery(review: string) {
  return queryOptions({
    queryKey: ['own-highlights', review],
    queryFn: ({ signal }) => http.get<OwnHighlights>(`/reviews/${review}/own-highlights`, { signal }),
    staleTime: Infinity,
  });
}

/** The words that I want marked besides the protocol's; nobody else sees them. */
export function OwnTerms({
  review,
  own,
  onClose,
}: {
  review: string;
  own: readonly HighlightGroup[];
  onClose: () => void;
}) {
  const text = useScreeningMessages().ownTerms;
  const client = useQueryClient();
  const [failure, setFailure] = useState<unknown>();
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      HIGHLIGHT_GROUPS.map((group) => [
        group,
        own
          .filter((one) => one.group === group)
          .flatMap((one) => one.terms)
          .join('\n'),
      ]),
    ),
  );
  const terms = (group: HighlightGroupName) =>
    (drafts[group] ?? '')
      .split('\n')
      .map((term) => term.trim())
      .filter((term) => term !== '');

  async function save() {
    const highlights = HIGHLIGHT_GROUPS.map((group) => ({ group, terms: terms(group) })).filter(
      (one) => one.terms.length > 0,
    );
    try {
      await http.put(`/reviews/${review}/own-highlights`, { highlights });
      client.setQueryData(ownTermsQuery(review).queryKey, { highlights });
      onClose();
    } catch (problem) {
      setFailure(problem);
    }
  }

  return (
    <Dialog title={text.title} wide onClose={onClose}>
      <p>{text.intro}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {HIGHLIGHT_GROUPS.map((group) => {
          const useless = terms(group).filter((term) => termPattern(term) === undefined);
          return (
            <TextArea
              key={group}
              label={text.groups[group]}
              rows={2}
              value={drafts[group] ?? ''}
              error={useless.length > 0 ? text.useless(useless.join(' · ')) : undefined}
              onChange={(value) => setDrafts({ ...drafts, [group]: value })}
            />
          );
        })}
        {failure !== undefined && <ProblemNote problem={failure} />}
        <p>
          <Button type="submit" kind="primary">
            {text.save}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
