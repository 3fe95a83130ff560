import type { NumberFormat } from './formats.ts';
import { isBlank } from './is-blank.ts';
import { blank, misfit, type Parsed, parsed } from './parsed.ts';
import { readNumber } from './read-number.ts';

/**
 * Reads a number as spreadsheets write it: `1.234,56`, `1,234.56`, `1 234,56`, `1'234.56`, `(5)`, `5-`, `−5`, `12%`.
 * A percent sign does not change the number (`12%` is 12, unit `%`). Marks that contradict the column's decimal mark
 * are a misfit, not a guess.
 *
 * @example
 * parseNumber('1.234,56', { decimal: ',', scale: 1 }); // { kind: 'value', value: 1234.56 }
 */
export function parseNumber(text: string, format: NumberFormat): Parsed<number> {
  const reading = readNumber(text, format.decimal);
  if (reading !== null) return parsed(scaleNumber(reading.value, format.scale));
  if (isBlank(text, 'likely')) return blank;
  const other = format.decimal === null ? null : readNumber(text, null);
  return misfit(
    other === null
      ? 'not a number'
      : `its marks do not fit a column whose decimal mark is \`${format.decimal}\``,
  );
}

/** Multiplies without the dust of binary fractions: 1.1 by 1000 is 1100. */
export function scaleNumber(value: number, factor: number): number {
  return factor === 1 ? value : Number((value * factor).toPrecision(15));
}
