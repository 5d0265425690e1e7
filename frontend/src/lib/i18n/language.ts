import { useSyncExternalStore } from 'react';
import { loadMoreFonts } from '../fonts';
import { remember, remembered } from '../remembered';

export type Language = 'en' | 'zh';

const listeners = new Set<() => void>();
let language: Language = initialLanguage();

function initialLanguage(): Language {
  const chosen = remembered('language');
  if (chosen === 'en' || chosen === 'zh') return chosen;
  return typeof navigator !== 'undefined' && navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export function currentLanguage(): Language {
  return language;
}

/** The value for `lang` attributes and Intl. */
export function languageTag(of: Language): string {
  return of === 'zh' ? 'zh-CN' : 'en';
}

/** True when somebody chose a language in this browser, as against the browser's own preference. */
export function languageWasChosen(): boolean {
  return remembered('language') !== undefined;
}

export function setLanguage(next: Language): void {
  language = next;
  remember('language', next);
  applyLanguage();
  listeners.forEach((listener) => listener());
}

export function applyLanguage(): void {
  document.documentElement.lang = languageTag(language);
  if (language === 'zh') loadMoreFonts();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage);
}
