import type { ExplainResult } from '../../../app/explain-account.ts';
import type { ExplainedLine, ExplainedTiming, TimingFall } from '../../../stages/explain/index.ts';
import { percentWords } from '../../words/index.ts';
import { type SumRow, sumIndent, sumLines, wrapAfter } from './sum-lines.ts';

/** The market, the fit, what disqualifies and the timing, each as a sum that a person adds up. */
export function explainSum(result: ExplainResult, width: number): readonly string[] {
  const { market, fit, anti } = result.sum;
  return [
    ...section(
      'Market: all must hold',
      market.map((line) => rowOf(line, '')),
      width,
    ),
    ...fitSection(result, fit, width),
    ...section(
      'Disqualifies',
      anti.map((line) => rowOf({ ...line, label: `${line.label}: ${line.because}` }, '')),
      width,
    ),
    ...timingSection(result, width),
  ];
}

function section(title: string, rows: readonly SumRow[], width: number): readonly string[] {
  return rows.length === 0 ? [] : [title, ...sumLines(rows, width), ''];
}

function rowOf({ outcome, label, held }: ExplainedLine, points: string): SumRow {
  return { outcome, points, label, note: held ?? '' };
}

function chancePart(chance: ExplainResult['chance'], width: number): readonly string[] {
  if (chance === null) return [];
  const [rate, low, high] = [chance.rate, chance.low, chance.high].map((share) => percentWords(share, 1));
  return wrapAfter(
    sumIndent.slice(2),
    `  worth a chance of ${rate} (${low} to ${high}) among units like those it was learned from`,
    width,
  );
}

function fitSection(
  { score, tiers, fitTiers, chance }: ExplainResult,
  fit: readonly ExplainedLine[],
  width: number,
): readonly string[] {
  const { A, B, C } = tiers;
  const range =
    score.fitMin === score.fitMax
      ? []
      : wrapAfter(
          sumIndent.slice(2),
          `  ${score.fitMin} (${fitTiers.least}) to ${score.fitMax} (${fitTiers.most}) once what is unknown is found`,
          width,
        );
  return [
    'Fit',
    ...sumLines(
      fit.map((line) => rowOf(line, pointsWords(line))),
      width,
    ),
    ...total(
      { points: String(score.fit), words: `tier ${fitTiers.known} (A from ${A}, B from ${B}, C from ${C})` },
      width,
    ),
    ...range,
    ...chancePart(chance, width),
    '',
  ];
}

function pointsWords({ outcome, worth, points }: ExplainedLine): string {
  if (outcome === 'unknown') return worth < 0 ? `${worth}..0` : `0..${worth}`;
  return String(points);
}

function total({ points, words }: { readonly points: string; readonly words: string }, width: number) {
  const indent = ' '.repeat(9);
  return [`${indent}${'─'.repeat(7)}`, ...wrapAfter(`${indent}${points.padStart(7)}  `, words, width)];
}

function timingSection(result: ExplainResult, width: number): readonly string[] {
  const { sum, score, timingTiers, outlook } = result;
  if (sum.timing.length === 0) return [];
  const rows = sum.timing.flatMap((line) => [
    ...sumLines([timingRow(line)], width),
    ...(line.arithmetic === null ? [] : wrapAfter(sumIndent, line.arithmetic, width)),
  ]);
  const { hot, warm } = timingTiers;
  const sums =
    score.timingPoints === null
      ? { points: '-', words: 'unknown: nobody looked for these signals in their time' }
      : { points: String(score.timingPoints), words: `${score.timing} (hot from ${hot}, warm from ${warm})` };
  return ['Timing', ...rows, ...total(sums, width), ...outlookLines(outlook, width), ''];
}

function timingRow(line: ExplainedTiming): SumRow {
  const { outcome, newest, daysAgo, after, event, label, held } = line;
  const points = outcome === 'unknown' ? pointsWords(line) : String(line.points);
  if (newest === null || daysAgo === null)
    return { outcome, points, label, note: /^\d/.test(held ?? '') ? `last on ${held}` : (held ?? '') };
  const when = after === null ? `on ${newest}` : `between ${after} and ${newest}`;
  return { outcome, points, label: `${event} ${when}, ${daysWords(daysAgo)}`, note: '' };
}

function daysWords(days: number): string {
  if (days === 0) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}

function outlookLines(outlook: readonly TimingFall[], width: number): readonly string[] {
  if (outlook.length === 0) return [];
  const falls = outlook.map(({ on, to, points }) => `${to} from ${on} (${points})`);
  return wrapAfter(sumIndent, `if nothing new happens: ${falls.join(', ')}`, width);
}
