import type { ExplainResult } from '../../../app/explain-account.ts';
import type { Step, UnknownLine } from '../../../stages/explain/index.ts';
import { plural } from '../../words/index.ts';
import { wrapAfter } from './sum-lines.ts';

/** Ways that are printed, at most; the JSON has all. */
const mostWays = 5;

/** What would lift the account, what would make it hot, and what is unknown. */
export function explainNext(result: ExplainResult, width: number): readonly string[] {
  return [...upSection(result, width), ...hotSection(result, width), ...unknownSection(result, width)];
}

function upSection({ up, score }: ExplainResult, width: number): readonly string[] {
  if (up === null) return [];
  const { tier, from, missing, ways, most, given } = up;
  const rows = ways.map(({ steps, fit, tier: reached, unless }) =>
    wayLines(steps, `+${fit - score.fit} makes ${fit}, tier ${reached}${unlessWords(unless)}`, width),
  );
  const none =
    most < missing
      ? `all that is unknown or can change adds ${most} at most`
      : 'no one or two lines are enough';
  return [
    ...wrapAfter(
      '',
      `What would move it up: ${plural(missing, 'point')} to tier ${tier} (from ${from})`,
      width,
    ),
    ...(ways.length === 0 ? [`  ${none}`] : shown(rows, 'way')),
    ...given.flatMap(({ points, ...step }) =>
      wrapAfter(
        '  given       ',
        `${step.label}${nowWords(step)}: +${points}, but nobody can change it`,
        width,
      ),
    ),
    '',
  ];
}

function hotSection({ hot, score }: ExplainResult, width: number): readonly string[] {
  if (hot === null) return [];
  const { from, missing, ways } = hot;
  const now = score.timingPoints === null ? 'timing is unknown' : `it has ${score.timingPoints}`;
  const rows = ways.map(({ steps, timing, unless }) =>
    wayLines(
      steps,
      `${steps.length > 1 ? 'new ones' : 'a new one'} today would make ${timing}, hot${unlessWords(unless)}`,
      width,
    ),
  );
  return [
    ...wrapAfter(
      '',
      `What keeps it from \`call today\`: ${missing} points to hot (from ${from}; ${now})`,
      width,
    ),
    ...(ways.length === 0 ? ['  no one or two new signals are enough'] : shown(rows, 'way')),
    '',
  ];
}

function shown(rows: readonly (readonly string[])[], what: string): readonly string[] {
  const more = rows.length - mostWays;
  const rest = more > 0 ? [`  … and ${plural(more, `more ${what}`, `more ${what}s`)} (--json has all)`] : [];
  return [...rows.slice(0, mostWays).flat(), ...rest];
}

/** Lines of one way, each step after what it takes. */
function wayLines(steps: readonly Step[], then: string, width: number): readonly string[] {
  return steps.flatMap((step, i) => {
    const last = i === steps.length - 1;
    const end = last ? `: ${steps.length > 1 ? 'both ' : ''}${then}` : ', and';
    const held = step.kind === 'find-out' ? '' : nowWords(step);
    return wrapAfter(`  ${effortWords(step).padEnd(12)}`, `${step.label}${held}${end}`, width);
  });
}

function effortWords({ kind, outcome, line, held }: Step): string {
  if (kind === 'find-out') return 'find out';
  if (line.startsWith('timing')) return held === null ? 'not yet' : 'again';
  return outcome === 'yes' ? 'not yet' : 'no longer';
}

function nowWords({ held, line }: Pick<Step, 'held' | 'line'>): string {
  return held === null ? '' : ` (${line.startsWith('timing') ? 'last on' : 'now'} ${held})`;
}

function unlessWords(unless: readonly string[]): string {
  return unless.length === 0 ? '' : `, unless it is disqualified (${unless.join('; ')})`;
}

function unknownSection({ unknowns }: ExplainResult, width: number): readonly string[] {
  if (unknowns.length === 0) return [];
  const rows = unknowns.flatMap((line) =>
    wrapAfter(
      `  ${stakeWords(line).padEnd(12)}`,
      `${line.label}${decidesWords(line)}: ${whyWords(line)}`,
      width,
    ),
  );
  return ['Unknown', ...rows, ''];
}

function stakeWords({ part, adds, takes }: UnknownLine): string {
  if (part === 'market' || part === 'anti') return 'may put out';
  const most = adds > 0 ? `+${adds}` : String(takes);
  return part === 'timing' ? `up to ${most}` : most;
}

function decidesWords({ part, decides }: UnknownLine): string {
  return part === 'fit' && decides ? ' (decides the tier)' : '';
}

function whyWords({ why }: UnknownLine): string {
  return why
    .map(({ words, sources }) => {
      const from =
        sources.length === 0
          ? 'no source here has it'
          : `${sources.length > 1 ? 'sources' : 'source'} ${sources.slice(0, 3).join(', ')}`;
      return words.startsWith('no source') ? words : `${words}; ${from}`;
    })
    .join('; ');
}
