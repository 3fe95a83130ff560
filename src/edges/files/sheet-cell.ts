import { BestfitError } from '../../base/errors/index.ts';
import type { Cell, ColumnInfo } from '../../base/sql/index.ts';

const LONGEST_TEXT = 32_767;
const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
/** Before this day Excel counts one too few, since it takes 1900 for a leap year. */
const FIRST_DAY = '1900-03-01';
const LAST_DAY = '9999-12-31';

/** Number of the cell style for dates; the styles are in `sheet-parts.ts`. */
export const DATE_STYLE = 2;

/**
 * The cell at a reference (`B7`) as XML: numbers, days, yes and no as such, anything else as text; nothing when
 * it is blank.
 */
export function sheetCell(value: Cell, { name, type }: ColumnInfo, reference: string): string {
  if (value === null) return '';
  if (typeof value === 'number' && Number.isFinite(value)) return `<c r="${reference}"><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${reference}" t="b"><v>${value ? 1 : 0}</v></c>`;
  const text = Array.isArray(value) ? value.join('; ') : String(value);
  if (type === 'date' && text >= FIRST_DAY && text <= LAST_DAY) {
    return `<c r="${reference}" s="${DATE_STYLE}"><v>${(Date.parse(text) - EPOCH) / DAY_MS}</v></c>`;
  }
  if (text === '') return '';
  if (text.length > LONGEST_TEXT) {
    const what = `a text of ${text.length.toLocaleString('en-US')} characters in the column \`${name}\``;
    throw new BestfitError('export.beyond-excel', { what, most: '32,767 characters in a cell' });
  }
  return textCell(text, ` r="${reference}"`);
}

/** A text cell as XML with these attributes. */
export function textCell(text: string, attributes: string): string {
  return `<c${attributes} t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

/** Characters that XML cannot hold are written as Excel does it (`_x0007_`), and so is a text that looks like that. */
export function xmlText(text: string): string {
  return text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff&<>]/gu, (character) => escaped[character] ?? coded(character));
}

const escaped: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\n': '\n',
  '\t': '\t',
};

function coded(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
