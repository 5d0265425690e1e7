import { useLanguage, type Language } from './language';

/** English is the source: its type is what Chinese must fill, so that a missing sentence fails the build. */
export interface Messages<T> {
  en: T;
  zh: T;
}

export function textIn<T>(messages: Messages<T>, language: Language): T {
  return language === 'zh' ? messages.zh : messages.en;
}

/** The sentences of a room in the language chosen now; changes at once with it. */
export function useMessages<T>(messages: Messages<T>): T {
  return textIn(messages, useLanguage());
}
