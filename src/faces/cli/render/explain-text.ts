import type { ExplainResult } from '../../../app/explain-account.ts';
import type { ExplainedLine } from '../../../stages/list/index.ts';
import type { TextStyle } from '../types.ts';
import { paintFor } from './paint.ts';
import { textTable } from './text-table.ts';

/** One account's sum, line by line, as a person adds it up. */
export function explainText(result: ExplainResult, style: TextStyle): string {
  const paint = paintFor(style);
  const { account, sum } = result;
  const name = [account.name, account.domain].filter((part) => part !== null).join(', ');
  const sections = [
    `${paint.bold(name === '' ? account.id : name)} (${account.id})`,
    `against ${result.profile.name} version ${result.profile.version}, as of ${result.asOf}, snapshot ${result.snapshot}`,
    '',
    verdict(result),
    '',
    ...linesSection('Market (must hold)', sum.market, false),
    ...linesSection('Fit', sum.fit, true),
    `  ${'fit'.padEnd(4)} ${result.score.fit}${rangeText(result)}`,
    '',
    ...linesSection('Disqualifies', sum.anti, false),
    ...timingSection(result),
    ...committeeSection(result),
    ...nextSection(result),
    ...judgementSection(result),
  ];
  return sections.join('\n');
}

function verdict({ score, play, whyNow, sum }: ExplainResult): string {
  if (score.standing === 'outside-market') {
    const failed = sum.market.filter((line) => line.outcome === 'no').map((line) => line.label);
    return `Outside the market: not ${failed.join(', not ')}.`;
  }
  if (score.standing === 'disqualified') {
    const hit = sum.anti.filter((line) => line.outcome === 'yes').map((line) => line.because);
    return `Disqualified: ${hit.join('; ')}.`;
  }
  const now = whyNow === null ? '' : ` Why now: ${whyNow}.`;
  return `Tier ${score.tier}, timing ${score.timing}: ${play}.${now}`;
}

function rangeText({ score }: ExplainResult): string {
  return score.fitMin === score.fitMax
    ? ''
    : `   (between ${score.fitMin} and ${score.fitMax} once the unknowns are found)`;
}

function linesSection(title: string, lines: readonly ExplainedLine[], points: boolean): readonly string[] {
  if (lines.length === 0) return [];
  const rows = lines.map((line) => [`  ${line.outcome}`, points ? pointsText(line) : '', line.label]);
  const table = textTable([{ title: `${title}` }, { title: '', align: 'right' }, { title: '' }], rows);
  return [table, ''];
}

function pointsText(line: ExplainedLine): string {
  if (line.outcome === 'unknown') return line.worth < 0 ? `${line.worth}..0` : `0..${line.worth}`;
  return String(line.points);
}

function timingSection({ sum, score, timingTiers }: ExplainResult): readonly string[] {
  if (sum.timing.length === 0) return [];
  const rows = sum.timing.map((line) => [
    `  ${line.outcome}`,
    line.label,
    line.arithmetic === null ? '' : `${line.newest}: ${line.arithmetic}`,
  ]);
  const total =
    score.timingPoints === null
      ? '  nothing was looked for: timing is unknown'
      : `  timing ${score.timingPoints} (hot from ${timingTiers.hot}, warm from ${timingTiers.warm})`;
  return [textTable([{ title: 'Timing' }, { title: '' }, { title: '' }], rows), total, ''];
}

function committeeSection({ committee, bestContact }: ExplainResult): readonly string[] {
  if (committee.found === null) return [];
  const named = committee.found !== '' || committee.missing !== '';
  const figures = [
    `  found    ${committee.found === '' ? 'nobody yet' : committee.found}`,
    `  missing  ${committee.missing === '' ? 'nobody' : committee.missing}`,
  ];
  return [
    'Committee',
    ...(named ? figures : ['  the page names no figure yet']),
    `  call     ${bestContact ?? 'nobody known who may be written to'}`,
    '',
  ];
}

function nextSection({ sum }: ExplainResult): readonly string[] {
  const depends =
    sum.tierDependsOn.length === 0 ? [] : [`The tier depends on: ${sum.tierDependsOn.join(', ')}.`];
  if (sum.nextTier === null) return [...depends];
  const { tier, missing, ways } = sum.nextTier;
  const most = ways.slice(0, 5).map((way) => `  ${way}`);
  return [...depends, `Tier ${tier} is ${missing} away:`, ...most];
}

function judgementSection({ judgements }: ExplainResult): readonly string[] {
  if (judgements.length === 0) return [];
  return [
    '',
    'What people said',
    ...judgements.map((j) => `  ${j.saidOn.slice(0, 10)} ${j.team}: ${j.kind}, ${j.reason} (${j.saidBy})`),
  ];
}
