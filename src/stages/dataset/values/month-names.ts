import { plainText } from './plain-text.ts';

const names: readonly string[] = [
  'january jan enero ene gennaio gen janeiro janvier janv januar janner jaenner',
  'february feb febrero febbraio fevereiro fev fevrier fevr februar feber',
  'march mar marzo marco mars marz maerz mrz',
  'april apr abril abr aprile avril avr',
  'may mayo maggio mag magg maio mai',
  'june jun junio giugno giu junho juin juni',
  'july jul julio luglio lug julho juillet juil juli',
  'august aug agosto ago aout',
  'september sep sept septiembre setiembre set settembre sett setembro septembre',
  'october oct octubre ottobre ott outubro out octobre oktober okt',
  'november nov noviembre novembre novembro',
  'december dec diciembre dic dicembre dezembro dez decembre dezember',
];

const numbers = new Map(
  names.flatMap((line, index) => line.split(' ').map((name) => [name, index + 1] as const)),
);

/**
 * The month (1 to 12) that a word names in English, Spanish, Italian, Portuguese, French or German, in full or
 * short; null when it names none.
 *
 * @example
 * monthNumber('août'); // 8
 */
export function monthNumber(word: string): number | null {
  return numbers.get(plainText(word)) ?? null;
}
