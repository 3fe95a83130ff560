import { namesRow, type PartField, type SourceState } from '../dataset/index.ts';

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

/** The fields, with their table, of which a person said that differences are no signals. */
export function switchedOff({ columns }: SourceState['mapping']): readonly string[] {
  return columns.filter(({ signals }) => signals === false).map(({ table, field }) => `${table}.${field}`);
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
