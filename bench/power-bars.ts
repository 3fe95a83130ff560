import { groupBy } from './group-by.ts';
import { writeShare } from './markdown-table.ts';
import type { PowerRow, PowerSize } from './summarize-power.ts';

const COVERAGE = 0.87;
const ANY_FALSE = 0.1;
const WINDOW_JACCARD = 0.5;
/** Patterns from which a coverage is judged: its error is then at most about .06. */
const ENOUGH = 30;
/** Recall that is asked for (statistics.md, section 2). */
const RECALL = [
  { kind: 'yes-no', n: 24, inBest: 0.9, least: 0.7 },
  { kind: 'four', n: 60, inBest: 0.75, least: 0.2 },
  { kind: 'four', n: 120, inBest: 0.75, least: 0.6 },
  { kind: 'four', n: 300, inBest: 0.75, least: 0.95 },
] as const;

/** Each bar that the figures miss, in words. */
export function missedBars(rows: readonly PowerRow[], sizes: readonly PowerSize[]): readonly string[] {
  const byKind = groupBy(
    rows.filter(({ labelOnly }) => !labelOnly),
    ({ kind }) => kind,
  );
  return [...rows.flatMap(missedByRow), ...byKind.flatMap(falseOfKind), ...sizes.flatMap(missedBySize)];
}

/** One cell has too few sets to judge a tenth of them. */
function falseOfKind(rows: readonly PowerRow[]): readonly string[] {
  const sets = rows.reduce((sum, row) => sum + row.sets, 0);
  const share = rows.reduce((sum, row) => sum + row.falseSets * row.sets, 0) / sets;
  return share > ANY_FALSE
    ? [`- ${rows[0]!.kind}: false patterns in ${writeShare(share)} of ${sets} sets`]
    : [];
}

function missedByRow(row: PowerRow): readonly string[] {
  if (row.labelOnly) return [];
  const name = `${row.n} customers, ${row.kind}, ${writeShare(row.inBest)} v ${writeShare(row.inRest)}`;
  const asked = RECALL.find(
    ({ kind, n, inBest }) => kind === row.kind && n === row.n && inBest === row.inBest,
  );
  const misses: (string | false)[] = [
    asked !== undefined && row.recall < asked.least && `recall ${writeShare(row.recall)} of ${asked.least}`,
    row.windowJaccard !== null &&
      row.windowJaccard < WINDOW_JACCARD &&
      `windows ${writeShare(row.windowJaccard)}`,
  ];
  return misses.filter((miss) => miss !== false).map((miss) => `- ${name}: ${miss}`);
}

function missedBySize({ n, supported, suggestive, falseSets }: PowerSize): readonly string[] {
  const both = Object.entries({ supported, suggestive }).filter(([, { patterns }]) => patterns >= ENOUGH);
  return [
    ...both
      .filter(([, { coverage }]) => coverage! < COVERAGE)
      .map(([verdict, { coverage }]) => `- ${n} customers, ${verdict}: coverage ${writeShare(coverage!)}`),
    ...both
      .filter(([, { bias, naiveBias }]) => Math.abs(bias!) >= Math.abs(naiveBias!))
      .map(
        ([verdict, { bias }]) => `- ${n} customers, ${verdict}: bias ${writeShare(bias!)}, not below naive`,
      ),
    ...(falseSets > ANY_FALSE
      ? [`- ${n} customers: false patterns in ${writeShare(falseSets)} of sets`]
      : []),
  ];
}
