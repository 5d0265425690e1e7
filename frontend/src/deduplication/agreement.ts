import type { Agreement } from '../api/schema';
import type { Tone } from '../ui';

const tones: Record<Agreement, Tone> = {
  same: 'good',
  near: 'warn',
  different: 'bad',
  unknown: 'plain',
};

/** The colour of a badge that says how two fields agree. */
export function toneOf(agreement: Agreement): Tone {
  return tones[agreement];
}
