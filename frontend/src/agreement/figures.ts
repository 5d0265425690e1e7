import type { Measure } from '../api/schema';

/** Two decimals and a true minus sign. */
export function decimals(value: number): string {
  return value.toFixed(2).replace('-', '−');
}

/** An interval as it is shown: no measure of agreement is above 1. */
export function interval({ low, high }: Measure): string {
  return low === undefined || high === undefined ? '' : `${decimals(low)} – ${decimals(Math.min(high, 1))}`;
}
