import { type ColumnMapping, namesRow, type PartField, type SourceState } from '../dataset/index.ts';
import { isFiling } from './is-filing.ts';

/** What a difference between two dated imports of a field means. */
export type WatchedAs = 'headcount' | 'locations' | 'value';

/** A field whose differences between two dated imports are signals, as both imports fill it. */
export interface WatchedField {
  readonly as: WatchedAs;
  readonly was: PartField;
  readonly is: PartField;
}

/** What we decide about a company is no event at it. */
const ours = ['owner', 'channel'];
const places =
  /^(?:(?:number|count|no|nr|num|n|numero|anzahl|nombre) (?:of |de |di |der )?)?(?:locations|offices|stores|branches|sites|shops|sedes|tiendas|oficinas|sucursales|sedi|negozi|filiali|lojas|filiais|magasins|bureaux|agences|filialen|standorte)(?: count)?$/;

/**
 * The fields of a company whose differences are signals: employees, a number of locations, categories and yes or no.
 * Left out: free text, ids, names, sets, dates and all other numbers (these are observations, for conditions on
 * growth), what is known only after the sale, and what we decide ourselves (owner, channel).
 */
export function watchedFields(was: readonly PartField[], is: readonly PartField[]): readonly WatchedField[] {
  return is.flatMap((field): readonly WatchedField[] => {
    const before = was.find(({ name, table }) => table === 'accounts' && name === field.name);
    const as = field.table === 'accounts' ? watchedAs(field) : null;
    if (as === null || before === undefined || before.kind !== field.kind) return [];
    return [{ as, was: before, is: field }];
  });
}

/** True when the rows of a source name their accounts, so that one row can be found again in a later file. */
export function namesItsRows({ columns }: SourceState['mapping']): boolean {
  return columns.some((column) => !column.ignored && namesRow(column));
}

/**
 * The fields, with their table, whose differences are no signals: a person said so, or they say where the list files a
 * company and nobody said that this is an event.
 */
export function switchedOff({ columns, silent = [] }: SourceState['mapping']): readonly string[] {
  const off = columns.filter((column) => column.signals === false || filesUnasked(column));
  return [...off.map(({ table, field }) => `${table}.${field}`), ...silent];
}

/** The fields, with their table, that say where the list files a company, as long as nobody said anything of them. */
export function filedFields({ columns }: SourceState['mapping']): readonly string[] {
  return columns.filter(filesUnasked).map(({ table, field }) => `${table}.${field}`);
}

function filesUnasked(column: ColumnMapping): boolean {
  return column.signals === undefined && isFiling(column);
}

function watchedAs({ name, kind, known, layer, custom }: PartField): WatchedAs | null {
  if (known === 'after' || layer === 'outcome') return null;
  if (kind === 'number') {
    if (name === 'employees' && !custom) return 'headcount';
    return places.test(name.replaceAll('_', ' ')) ? 'locations' : null;
  }
  if (kind !== 'category' && kind !== 'boolean') return null;
  return !custom && ours.includes(name) ? null : 'value';
}
