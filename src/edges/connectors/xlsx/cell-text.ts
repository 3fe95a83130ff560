import { decodeXml } from './decode-xml.ts';
import type { NumberKind } from './number-format.ts';
import { numberText, percentText } from './number-text.ts';
import { serialDate } from './serial-date.ts';
import { unescapeText } from './unescape-text.ts';

/** A cell as it stands in the file. */
export interface RawCell {
  /** The attribute `t`: what kind of value is written. */
  readonly type: string | null;
  /** The attribute `s`: the number of its style. */
  readonly style: number;
  /** Text of the cell's value or of its inline text; references not yet read. */
  readonly raw: string;
  readonly formula: boolean;
}

/** What the texts of a workbook's cells depend on. */
export interface CellContext {
  readonly styles: readonly NumberKind[];
  readonly from1904: boolean;
  /** The shared texts by number. */
  readonly shared: { readonly get: (index: number) => string | null };
}

/** Cells that were read as blank although something stands in them. */
export class CellFaults {
  /** Cells with an error value, by that value. */
  readonly errors = new Map<string, number>();
  /** Formulas without a result. */
  uncalculated = 0;
  /** Numbers shown as dates that are no day. */
  dayless = 0;
}

/** The text of a cell, empty for a blank one. */
export function cellText(cell: RawCell, context: CellContext, faults: CellFaults): string {
  const { type, raw, formula } = cell;
  if (raw === '') {
    if (formula && type !== 'str') faults.uncalculated += 1;
    return '';
  }
  switch (type) {
    case 's':
      return context.shared.get(Number(raw)) ?? '';
    case 'inlineStr':
    case 'str':
      return unescapeText(decodeXml(raw));
    case 'b':
      return raw.trim() === '1' || raw.trim() === 'true' ? 'TRUE' : 'FALSE';
    case 'e':
      faults.errors.set(raw, (faults.errors.get(raw) ?? 0) + 1);
      return '';
    case 'd':
      return isoDate(raw);
    default:
      return numberCell(cell, context, faults);
  }
}

function isoDate(raw: string): string {
  return raw.replace('T', ' ').replace(/ 00:00:00(\.0+)?$|Z$/, '');
}

function numberCell({ raw, style }: RawCell, context: CellContext, faults: CellFaults): string {
  const kind = context.styles[style] ?? 'number';
  if (kind === 'number') return numberText(raw);
  if (kind === 'percent') return percentText(raw);
  const date = serialDate(Number(raw), kind, context.from1904);
  if (date === null) faults.dayless += 1;
  return date ?? '';
}
