import type { Command } from '../../api/outbox';
import type { AdjudicationCommand, Conflict, StageId } from '../../api/schema';

/** One adjudication: an event of its own beside the votes. */
export interface Settlement {
  readonly conflict: Conflict;
  readonly id: string;
  readonly verdict: 'include' | 'exclude';
  readonly reasons: readonly string[];
  readonly comment: string;
}

export function adjudicationCommand(review: string, stage: StageId, settlement: Settlement): Command {
  const { verdict, reasons, comment, conflict } = settlement;
  const body: AdjudicationCommand = { verdict, reasons: [...reasons], ...(comment !== '' && { comment }) };
  return {
    ...addressed(review, stage, settlement),
    method: 'PUT',
    body,
    about: { title: conflict.record.title ?? '', act: verdict },
  };
}

export function withdrawalCommand(review: string, stage: StageId, settlement: Settlement): Command {
  return {
    ...addressed(review, stage, settlement),
    method: 'DELETE',
    about: { title: settlement.conflict.record.title ?? '', act: 'withdraw' },
  };
}

function addressed(review: string, stage: StageId, { conflict, id }: Settlement) {
  return {
    lane: `${review}/${stage}/${conflict.itemId}/adjudication`,
    path: `/reviews/${review}/stages/${stage}/records/${conflict.itemId}/adjudications/${id}`,
  };
}
