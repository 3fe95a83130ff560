import { parquet } from '../../base/sql/index.ts';
import type { Field, SourceState } from '../../stages/dataset/index.ts';
import type { CurrentData } from '../current-data.ts';
import type { Workspace } from '../workspace.ts';
import { fieldFix } from './fixes.ts';
import { inWords } from './number-words.ts';
import { readQuantiles } from './read-quantiles.ts';
import { toFinding } from './to-finding.ts';
import type { Finding } from './types.ts';

const fewestValues = 10;
const factors: readonly number[] = [100, 1_000, 1_000_000];
/** The medians may differ by this factor for reasons of their own. */
const slack = 4;

/** Files that fill one field in different units: their medians are a hundred, a thousand or a million times apart. */
export async function unitFindings(
  workspace: Workspace,
  data: CurrentData,
  field: Field,
): Promise<readonly Finding[]> {
  const oneCurrency = !field.mixedCurrency && field.converted === undefined;
  const counted = field.kind === 'number' || (field.kind === 'money' && oneCurrency);
  const filling = data.commit.sources.filter(
    ({ name, lookup }) => lookup === null && field.sources.includes(name),
  );
  if (!counted || filling.length < 2) return [];
  const read = await Promise.all(filling.map((source) => medianOf(workspace, source, field)));
  const medians = read.filter((each) => each !== null).toSorted((one, two) => two.values - one.values);
  const [main, ...others] = medians;
  if (main === undefined) return [];
  return others.flatMap((other) => {
    const factor = factors.find(
      (each) => near(main.median / other.median, each) || near(other.median / main.median, each),
    );
    return factor === undefined ? [] : [apart(data, field, { main, other, factor })];
  });
}

interface SourceMedian {
  readonly source: string;
  readonly median: number;
  readonly values: number;
}

function near(ratio: number, factor: number): boolean {
  return ratio >= factor / slack && ratio <= factor * slack;
}

function apart(
  data: CurrentData,
  field: Field,
  {
    main,
    other,
    factor,
  }: { readonly main: SourceMedian; readonly other: SourceMedian; readonly factor: number },
): Finding {
  const times = other.median < main.median ? factor : 1 / factor;
  const shown = (each: SourceMedian) =>
    `\`${each.source}\`: ${inWords(each.median)} (${inWords(each.values)} values)`;
  return toFinding({
    kind: 'mixed-units',
    table: field.table,
    field: field.name,
    source: other.source,
    count: other.values,
    of: main.values + other.values,
    examples: [shown(main), shown(other)],
    said: {
      code: 'mixed-units',
      params: { field: field.name, other: other.source, main: main.source, factor },
      examples: [main, other].map(({ source, median, values }) => ({ source, median, values })),
    },
    message: `\`${field.name}\` of \`${other.source}\` is probably in another unit than that of \`${main.source}\`: the medians are about ${inWords(factor)} times apart`,
    ...fieldFix(data, field, { times, source: other.source }),
  });
}

async function medianOf(
  workspace: Workspace,
  { name: source, parts }: SourceState,
  { table, name }: Field,
): Promise<SourceMedian | null> {
  const ref = parts[table];
  if (ref === undefined) return null;
  const from = parquet(workspace.store.filePath(ref));
  const { values, at } = await readQuantiles(workspace, { from, name, shares: [0.5] });
  const [median = 0] = at;
  return values < fewestValues || median <= 0 ? null : { source, median, values };
}
