import { groupBy } from './group-by.ts';
import { markdownTable, writeShare } from './markdown-table.ts';
import type { PowerRow, PowerSize } from './summarize-power.ts';

const HEADS = {
  'yes-no': 'yes/no',
  number: 'window',
  category: 'group of values',
  anti: 'anti group',
  pair: 'pair',
  four: 'four at once',
} as const;

/** The tables of the power bench: what is found, the pair, what is said wrongly, and the lifts. */
export function powerTables(rows: readonly PowerRow[], sizes: readonly PowerSize[]): readonly string[] {
  return [
    'Share of planted traits *supported* (in brackets *suggestive* or better):',
    recallTable(rows),
    'Pairs, and the look of windows:',
    pairTable(rows),
    'What is said beside the truth, and how the lifts shown compare with it (*supported* / *suggestive*; naive in brackets):',
    sizeTable(sizes),
  ];
}

function recallTable(rows: readonly PowerRow[]): string {
  const kinds = Object.keys(HEADS) as (keyof typeof HEADS)[];
  return markdownTable(
    effectsOf(rows).map((of) => {
      const cell = (kind: PowerRow['kind'], labelOnly: boolean): string => {
        const row = of.find((r) => r.kind === kind && r.labelOnly === labelOnly);
        return row === undefined ? '-' : `${writeShare(row.recall)} (${writeShare(row.shown)})`;
      };
      return {
        ...headOf(of[0]!),
        ...Object.fromEntries(kinds.map((kind) => [HEADS[kind], cell(kind, false)])),
        'yes/no, label only': cell('yes-no', true),
      };
    }),
  );
}

function pairTable(rows: readonly PowerRow[]): string {
  return markdownTable(
    effectsOf(rows).map((of) => {
      const find = (kind: PowerRow['kind']) => of.find((row) => row.kind === kind && !row.labelOnly);
      const singles = of.filter(({ kind, labelOnly }) => kind !== 'pair' && kind !== 'four' && !labelOnly);
      const mean = (part: (row: PowerRow) => number): number =>
        singles.reduce((sum, row) => sum + part(row), 0) / singles.length;
      return {
        ...headOf(of[0]!),
        'pair supported': writeShare(find('pair')?.recall ?? NaN),
        'both its parts shown': writeShare(find('pair')?.bothParts ?? NaN),
        'one trait: combined with noise, supported': writeShare(mean((row) => row.falseCombinationSets)),
        'any false pattern: one trait / pair / four': [
          mean((row) => row.falseSets),
          find('pair')?.falseSets ?? NaN,
          find('four')?.falseSets ?? NaN,
        ]
          .map(writeShare)
          .join(' / '),
        'four: a combination of two of them': writeShare(find('four')?.plantedCombinationSets ?? NaN),
        'overlap of windows (Jaccard)': writeShare(find('number')?.windowJaccard ?? NaN),
      };
    }),
  );
}

function sizeTable(sizes: readonly PowerSize[]): string {
  return markdownTable(
    sizes.map((size) => {
      const both = (part: (errors: PowerSize['supported']) => number | null): string =>
        [size.supported, size.suggestive].map((errors) => writeShare(part(errors) ?? NaN)).join(' / ');
      return {
        customers: size.n.toLocaleString('en'),
        'patterns shown': `${size.supported.patterns} / ${size.suggestive.patterns}`,
        'coverage of 90% intervals (bar: .87)': `${both((e) => e.coverage)} (${both((e) => e.naiveCoverage)})`,
        'mean log-lift error': `${both((e) => e.bias)} (${both((e) => e.naiveBias)})`,
        'sets with a false pattern (bar: .10)': writeShare(size.falseSets),
        precision: writeShare(size.precision ?? NaN),
      };
    }),
  );
}

/** Rows of one effect and one size, in their order. */
function effectsOf(rows: readonly PowerRow[]): readonly (readonly PowerRow[])[] {
  return groupBy(rows, ({ inBest, inRest, n }) => `${inBest} ${inRest} ${n}`);
}

function headOf({ n, inBest, inRest }: PowerRow): Readonly<Record<string, string>> {
  return {
    'best v rest': `${writeShare(inBest)} v ${writeShare(inRest)}`,
    customers: n.toLocaleString('en'),
  };
}
