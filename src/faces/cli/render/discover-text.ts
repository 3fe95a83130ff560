import { sidesOf } from '../../../app/discover/index.ts';
import type { DiscoverOutcome } from '../../../app/discover-patterns.ts';
import { type Pattern, saidWords } from '../../../stages/discovery/index.ts';
import { countWords, percentWords, plural, pWords } from '../../words/index.ts';
import type { TextStyle } from '../types.ts';
import { beliefsText } from './beliefs-text.ts';
import { breadthText } from './breadth-text.ts';
import { combinationWords } from './combination-words.ts';
import { doubtWords } from './doubt-words.ts';
import { nextText } from './next-text.ts';
import { paintFor } from './paint.ts';
import { shortfallText } from './shortfall-text.ts';
import { textTable } from './text-table.ts';
import { wrapText } from './wrap-text.ts';

type ValueShare = Found['shares'][number]['values'][number];

const mostValues = 10;

const mostQuarters = 12;

/** z from which the quarters of the start are shown (one-sided 1%). */
const differing = 2.33;

type Found = Extract<DiscoverOutcome, { kind: 'discovery' }>;

/** What the best share, as a table a person can read: shares, interval, verdict in words. */
export function discoverText(outcome: DiscoverOutcome, style: TextStyle): string {
  if (outcome.kind === 'discovery') return foundText(outcome, style);
  return wrapText(
    outcome.kind === 'too-few-customers' ? tooFewText(outcome) : shortfallText(outcome),
    style.width,
  );
}

function tooFewText({ found, needed, why }: Extract<DiscoverOutcome, { kind: 'too-few-customers' }>): string {
  return `${plural(found, 'customer')} to compare: at least ${needed} are needed. ${why} Until then write down what you believe with \`bestfit profile new\`.`;
}

function foundText(result: Found, style: TextStyle): string {
  const paint = paintFor(style);
  const [best, rest] = sidesOf(result.contrast);
  const { n, best: bestCount } = result.customers;
  const head = paint.bold(
    `What ${best === 'best' ? 'the best customers' : best} share: ${countWords(bestCount)} ${best} against ${countWords(n - bestCount)} ${rest}`,
  );
  const listed = result.patterns.filter((pattern) => pattern.verdict !== 'none');
  return [
    head,
    `by ${result.unit}, as of ${result.asOf}, snapshot ${result.snapshot}`,
    ...(result.expect === null ? [] : [wrapText(result.expect, style.width)]),
    '',
    listed.length === 0
      ? 'No supported trait: nothing here differs more than chance explains.'
      : patternsTable(listed, { best, rest, style }),
    ...combinationsPart(result, { best, rest, style }),
    ...doubtsPart(result.patterns, style),
    ...saidPart(result, style),
    ...beliefsText(result, style),
    ...sharesPart(result, { best, rest, style }),
    ...(result.breadth === null ? [] : breadthText(result.breadth, best, style)),
    ...cohortsPart(result, { best, rest, style }),
    ...suggestiveNote(result),
    ...questionsPart(result, { best, rest, style }),
    ...leaksPart(result, style),
    ...asksPart(result, style),
    ...nextText(result.next, style),
    '',
    wrapText(searchNote(result), style.width),
    ...result.warnings.map((warning) => wrapText(`Note: ${warning}`, style.width, '  ')),
  ].join('\n');
}

interface TableWords {
  readonly best: string;
  readonly rest: string;
  readonly style: TextStyle;
}

function patternsTable(patterns: readonly Pattern[], { best, rest, style }: TableWords): string {
  const paint = paintFor(style);
  const most = Math.max(28, style.width - 72);
  const verdicts = {
    supported: paint.green('supported'),
    suggestive: paint.yellow('suggestive'),
    none: 'no evidence',
  };
  return textTable(
    [
      { title: 'id' },
      { title: 'trait', most },
      { title: best, align: 'right' },
      { title: rest, align: 'right' },
      { title: 'lift (90%)' },
      { title: 'verdict' },
      { title: 'p adj', align: 'right' },
      { title: 'unknown', align: 'right' },
    ],
    patterns.map((p) => [
      p.id,
      p.direction === 'against' ? `against: ${p.label}` : p.label,
      shareText(p.best),
      shareText(p.rest),
      `${p.lift.toFixed(2)} (${p.interval[0].toFixed(2)}-${p.interval[1].toFixed(2)})`,
      `${verdicts[p.verdict]}${p.declared ? ', said first' : ''}${moreText(p)}${doubtMark(p)}`,
      pWords(p.pAdjusted),
      p.unknown,
    ]),
  );
}

function shareText({ n, of }: Pattern['best']): string {
  return `${percentWords(n, of)} ${n}/${of}`;
}

function moreText({ verdict, needMore }: Pattern): string {
  if (verdict === 'supported') return '';
  return needMore === null ? ', not in reach' : `, ${neededText(needMore)} to settle`;
}

function neededText(needMore: number): string {
  return `~${countWords(needMore)} more`;
}

function doubtMark({ doubts }: Pattern): string {
  const [first] = doubts;
  if (first === undefined) return '';
  return first.kind === 'explained' ? ', explained' : ', in doubt';
}

function combinationsPart({ patterns, unit }: Found, { best, rest, style }: TableWords): readonly string[] {
  const combined = patterns.filter(({ parts }) => parts.length > 0);
  if (combined.length === 0) return [];
  const lines = combined.map((pattern) =>
    wrapText(`  ${pattern.id} ${combinationWords(pattern, { best, rest, unit })}`, style.width, '    '),
  );
  return ['', 'Traits that go together:', ...lines];
}

function doubtsPart(patterns: readonly Pattern[], { width }: TextStyle): readonly string[] {
  const doubted = patterns.filter(({ doubts }) => doubts.length > 0);
  if (doubted.length === 0) return [];
  const lines = doubted.map((pattern) =>
    wrapText(`  ${pattern.id} ${doubtWords(pattern, patterns)}`, width, '    '),
  );
  return ['', 'What may only be the trace of something else:', ...lines];
}

function sharesPart({ shares }: Found, { best, style }: TableWords): readonly string[] {
  if (shares.length === 0) return [];
  const lines = shares.map(({ label, values, unknown }) => {
    const common = values.toSorted((one, two) => two.of - one.of).slice(0, mostValues);
    const shown = values.filter((value) => common.includes(value)).map(valueWords);
    const blank = unknown === null ? [] : [`not filled in ${ofWords(unknown)}`];
    const more = values.length > shown.length ? [`${values.length - shown.length} more`] : [];
    return wrapText(`  ${label}: ${[...shown, ...blank, ...more].join('; ')}`, style.width, '    ');
  });
  return ['', `Share ${best} by value (+ and - are supported, one value against the others):`, ...lines];
}

function cohortsPart({ cohorts }: Found, { best, style }: TableWords): readonly string[] {
  if (cohorts === null || cohorts.z < differing) return [];
  const known = cohorts.quarters.filter(({ of }) => of > 0).slice(-mostQuarters);
  const shown = known.map(({ quarter, ...share }) => `${quarter} ${ofWords(share)}`);
  return [
    '',
    `Share ${best} by quarter of the start, which differs more than chance explains:`,
    wrapText(`  ${shown.join('; ')}`, style.width, '    '),
  ];
}

function valueWords({ value, verdict, direction, ...share }: ValueShare): string {
  const mark = verdict === 'supported' ? (direction === 'for' ? ' +' : ' -') : '';
  return `${value} ${ofWords(share)}${mark}`;
}

function ofWords({ best, of }: { readonly best: number; readonly of: number }): string {
  return `${((100 * best) / of).toFixed(1)}% (${countWords(best)} of ${countWords(of)})`;
}

function suggestiveNote({ suggestive, patterns }: Found): readonly string[] {
  if (suggestive.found === 0) return [];
  const named = patterns.some(({ verdict, needMore }) => verdict === 'suggestive' && needMore !== null);
  const settled = named ? ' If real, about 3 in 4 are settled by the customers named.' : '';
  return [
    '',
    `Suggestive or better: ${suggestive.found} of ${plural(suggestive.fields, 'field')}; chance alone would give ${suggestive.byChance.toFixed(1)}.${settled}`,
  ];
}

/** What sales, support and others said of the patterns that are shown. */
function saidPart({ patterns, questions, judgements }: Found, { width }: TextStyle): readonly string[] {
  const shown = [...patterns.filter(({ verdict }) => verdict !== 'none'), ...questions];
  const lines = shown.flatMap(({ id, label }) => {
    const said = judgements.filter(({ pattern }) => pattern === id);
    return said.length === 0 ? [] : [wrapText(`  ${id} ${label}: ${saidWords(said)}`, width, '    ')];
  });
  return lines.length === 0 ? [] : ['', 'What people say of them (it changes no figure):', ...lines];
}

/** Without verdicts: none of them has one. */
function questionsPart({ questions }: Found, { best, rest, style }: TableWords): readonly string[] {
  if (questions.length === 0) return [];
  const rows = questions.map((p) => [
    p.id,
    p.direction === 'against' ? `against: ${p.label}` : p.label,
    shareText(p.best),
    shareText(p.rest),
    p.unknown,
    p.needMore === null ? 'not in reach' : neededText(p.needMore),
  ]);
  const columns = [
    { title: 'id' },
    { title: 'trait', most: Math.max(28, style.width - 52) },
    { title: best, align: 'right' as const },
    { title: rest, align: 'right' as const },
    { title: 'unknown', align: 'right' as const },
    { title: 'to settle' },
  ];
  return [
    '',
    'Questions for sales and support (the largest differences; chance may explain them, they earn no points):',
    textTable(columns, rows),
  ];
}

function leaksPart({ leaks }: Found, { width }: TextStyle): readonly string[] {
  if (leaks.length === 0) return [];
  return ['', 'Set aside:', ...leaks.map(({ label, why }) => wrapText(`  ${label}: ${why}`, width, '    '))];
}

function asksPart({ asks }: Found, { width }: TextStyle): readonly string[] {
  if (asks.length === 0) return [];
  return [
    '',
    'Please say when these become known (`bestfit field NAME --known before|after`):',
    ...asks.map(({ label, why }) => wrapText(`  ${label}: ${why}`, width, '    ')),
  ];
}

function searchNote({ search }: Found): string {
  const together =
    search.combinations === 0 ? '' : ` and ${plural(search.combinations, 'combination')} of what stands out`;
  return `Searched ${countWords(search.space)} conditions over ${plural(search.fields, 'field')}${together}; ${search.adjustedBy}; ${countWords(search.permutations)} permutations, seed ${search.seed}.`;
}
