export { holdsWords } from './holds-words.ts';
export { countWords, percentWords, plural, pWords } from './number-words.ts';
