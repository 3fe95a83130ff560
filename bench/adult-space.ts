import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packRows, type Selector } from '../src/stages/discovery/subgroups/index.ts';

/** One selector as the list of the peers names it: a value, or a window of which either end may be open. */
type Named =
  | { readonly field: string; readonly equals: string; readonly rows: number }
  | {
      readonly field: string;
      readonly from: number | null;
      readonly below: number | null;
      readonly rows: number;
    };

/** The labels, the columns of numbers, and the selectors with their names. */
export interface AdultSpace {
  readonly label: Uint8Array;
  readonly numbers: (field: string) => Float64Array;
  readonly selectors: readonly Selector[];
  readonly names: readonly string[];
}

/** A column as one code a row, and the text behind each code. */
interface Coded {
  readonly codes: Int32Array;
  readonly texts: readonly string[];
}

/**
 * The census of adults and one list of selectors over it.
 *
 * @param rowOf the row of the file behind each row; null takes the file as it is.
 */
export function readAdultSpace({
  data,
  peers,
  space,
  rowOf,
}: {
  readonly data: string;
  readonly peers: string;
  readonly space: string;
  readonly rowOf: ((rows: number) => Int32Array) | null;
}): AdultSpace {
  const columns = readColumns(join(data, 'adult_raw', 'adult_raw.csv'));
  const rows = columns.get('y')!.codes.length;
  const source = rowOf?.(rows) ?? Int32Array.from({ length: rows }, (_, row) => row);
  const lists: Readonly<Record<string, readonly Named[]>> = JSON.parse(
    readFileSync(join(peers, 'adult-selectors.json'), 'utf8'),
  );
  const selectors = lists[space]!.map((named) => {
    const { codes, texts } = columns.get(named.field)!;
    const holds = texts.map((text) => covers(named, text));
    const covered = codes.reduce((sum, code) => sum + Number(holds[code]), 0);
    if (covered !== named.rows) throw new Error(`${nameOf(named)} covers ${covered} rows, not ${named.rows}`);
    return {
      field: named.field,
      rows: packRows(source.length, (row) => holds[codes[source[row]!]!]!),
      known: null,
    };
  });
  const numbers = (field: string): Float64Array => {
    const { codes, texts } = columns.get(field)!;
    return Float64Array.from(source, (row) => Number(texts[codes[row]!]));
  };
  return {
    label: Uint8Array.from(numbers('y')),
    numbers,
    selectors,
    names: lists[space]!.map(nameOf),
  };
}

function readColumns(file: string): ReadonlyMap<string, Coded> {
  const [header, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  return new Map(
    header!.split(',').map((name, c): [string, Coded] => {
      const known = new Map<string, number>();
      const codes = Int32Array.from(lines, (line) => {
        const text = line.split(',')[c]!;
        const code = known.get(text) ?? known.size;
        known.set(text, code);
        return code;
      });
      return [name, { codes, texts: [...known.keys()] }];
    }),
  );
}

function covers(named: Named, text: string): boolean {
  if ('equals' in named) return text === named.equals;
  const value = Number(text);
  return (named.from === null || value >= named.from) && (named.below === null || value < named.below);
}

/** As pysubgroup writes it. */
function nameOf(named: Named): string {
  if ('equals' in named) return `${named.field}=='${named.equals}'`;
  if (named.from === null) return `${named.field}<${named.below}`;
  if (named.below === null) return `${named.field}>=${named.from}`;
  return `${named.field}: [${named.from}:${named.below}[`;
}
