import type { GoneRecord, SourceRecord, StageEntry } from '../records/index.ts';
import type { StreamObject } from './salesforce-settings.ts';

/** One row of an answer, REST or bulk, by the names of its columns. */
export type Row = (column: string) => string | null;

/** A record as it stands. */
export function recordOf(row: Row, { company }: StreamObject, fields: readonly string[]): SourceRecord {
  const owner = company === null ? null : row(company);
  return {
    id: idOf(row, 'Id'),
    modifiedAt: row('SystemModstamp'),
    values: Object.fromEntries(fields.map((name) => [name, row(name)])),
    links: company === null ? {} : { companies: owner === null ? [] : [owner] },
  };
}

/** What became of a record that is no more; null for one that is there. */
export function goneOf(row: Row, { merges }: StreamObject): GoneRecord | null {
  if (row('IsDeleted') !== 'true') return null;
  const into = merges ? row('MasterRecordId') : null;
  return { id: idOf(row, 'Id'), how: into === null ? 'deleted' : 'merged', into };
}

/** When a deal entered a stage. */
export function stageEntryOf(row: Row, key: string): StageEntry {
  return { deal: idOf(row, key), stage: row('StageName') ?? '', at: row('CreatedDate') ?? '' };
}

/** The row of a JSON record: numbers and booleans as text, moments in the form of bulk results. */
export function jsonRow(record: Readonly<Record<string, unknown>>): Row {
  return (column) => {
    const value = record[column];
    if (value === null || value === undefined || value === '') return null;
    if (typeof value === 'string') return cleanText(value);
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
  };
}

/** Rows of a bulk result: empty cells are null, numbers are written plainly (`1.0E7` is `10000000`). */
export function csvRowReader(
  header: readonly string[],
  isNumber: (column: string) => boolean,
): (cells: readonly string[]) => Row {
  const places = new Map(header.map((name, place) => [name, place]));
  const numbers = new Set(header.filter(isNumber));
  return (cells) => (column) => {
    const place = places.get(column);
    const text = place === undefined ? '' : (cells[place] ?? '');
    if (text === '') return null;
    return numbers.has(column) ? plainNumber(text) : cleanText(text);
  };
}

function cleanText(text: string): string {
  const clean = text.includes('\0') ? text.replaceAll('\0', '') : text;
  return clean.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})\+0000$/, '$1Z');
}

function plainNumber(text: string): string {
  const number = Number(text);
  return Number.isFinite(number) ? String(number) : text;
}

function idOf(row: Row, column: string): string {
  const id = row(column);
  if (id === null) throw new Error(`a row without ${column}`);
  return id;
}
