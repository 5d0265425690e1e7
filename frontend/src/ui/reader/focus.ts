/** Puts the focus on the heading of the record, so that a screen reader reads it and keys go to the page. */
export function focusRecord(): void {
  document.querySelector<HTMLElement>('[data-record-heading]')?.focus({ preventScroll: true });
}
