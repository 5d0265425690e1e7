export {
  applyLanguage,
  currentLanguage,
  languageTag,
  languageWasChosen,
  setLanguage,
  useLanguage,
  type Language,
} from './language';
export { textIn, useMessages, type Messages } from './messages';
export { en, plural, zh } from './plural';
export { formatIn, useFormat, type Format } from './format';
export { bilingual, languageOf, type Bilingual, type InLanguage } from './bilingual';
export { common, useCommon } from './common';
export type { Common } from './common.en';
