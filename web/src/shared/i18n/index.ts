export { type Language, languages } from './languages.ts';
export { chooseLanguage, startI18n } from './start-i18n.ts';
export { type Format, formatOf, useFormat } from './use-format.ts';
export { type Labels, useSpeech } from './use-speech.ts';
