export { type Held, heldWords } from './held-words.ts';
export { type PageSpeech, useSpeech } from './use-speech.ts';
