import type { Language } from './language';

export interface Bilingual {
  en?: string | undefined;
  zh?: string | undefined;
}

export interface InLanguage {
  text: string;
  lang: 'en' | 'zh-CN';
}

/** The text in the reader's language, otherwise in the other one, with its language for the `lang` attribute. */
export function bilingual(given: Bilingual, language: Language): InLanguage | undefined {
  const en = given.en?.trim();
  const zh = given.zh?.trim();
  if (language === 'zh' && zh) return { text: zh, lang: 'zh-CN' };
  if (en) return { text: en, lang: 'en' };
  return zh ? { text: zh, lang: 'zh-CN' } : undefined;
}

const han = /\p{Script=Han}/u;

/** The `lang` of a text from a database, which does not say: Han characters mean Chinese here. */
export function languageOf(text: string): 'en' | 'zh-CN' {
  return han.test(text) ? 'zh-CN' : 'en';
}
