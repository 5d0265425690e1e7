let asked = false;

const beyondLatin = /[\u0100-\u024f\u1e00-\u1eff]|\p{Script=Han}/u;

/** Text that will be shown: the first Chinese character, or rarer accent, makes the browser learn where its faces are. */
export function noticeLetters(text: string): void {
  if (!asked && beyondLatin.test(text)) loadMoreFonts();
}

/** The style sheet of these faces is as large as a page's code, so a page in plain English does without it. */
export function loadMoreFonts(): void {
  if (asked) return;
  asked = true;
  const later = typeof requestIdleCallback === 'function' ? requestIdleCallback : setTimeout;
  later(() => void import('./more.css'));
}
