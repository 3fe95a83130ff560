import type { ExplainResult } from '../../../app/explain-account.ts';
import type { Exclusion } from '../../../stages/list/index.ts';
import type { TextStyle } from '../types.ts';
import { explainNext } from './explain-next.ts';
import { explainSimilar } from './explain-similar.ts';
import { explainSum } from './explain-sum.ts';
import { paintFor } from './paint.ts';
import { wrapAfter } from './sum-lines.ts';

/** One account's sum, line by line, as a person adds it up, and what would change it. */
export function explainText(result: ExplainResult, style: TextStyle): string {
  const paint = paintFor(style);
  const { account, profile, asOf, snapshot } = result;
  const { width } = style;
  const name = account.name ?? account.domain ?? account.id;
  const ids = [account.id, ...(account.domain === null || name === account.domain ? [] : [account.domain])];
  const lines = [
    `${paint.bold(name)} (${ids.join(', ')})`,
    ...wrapAfter(
      '',
      `${profile.name} version ${profile.version}, as of ${asOf}, snapshot ${snapshot}`,
      width,
    ),
    '',
    ...verdict(result).flatMap((words) => wrapAfter('', words, width)),
    '',
    ...explainSum(result, width),
    ...explainNext(result, width),
    ...explainSimilar(result, width),
    ...committeeSection(result, width),
    ...judgementSection(result, width),
  ];
  const titles = new Set(lines.filter((line, i) => lines[i - 1] === '' && /^\S/.test(line)).slice(1));
  return lines
    .map((line) => (titles.has(line) ? paint.bold(line) : line))
    .join('\n')
    .trimEnd();
}

function verdict(result: ExplainResult): readonly string[] {
  const { score, play, whyNow } = result;
  const out = outWords(result);
  const stands =
    out === null
      ? [
          `Tier ${score.tier}, timing ${score.timing}: ${play}.`,
          ...(whyNow === null ? [] : [`Why now: ${whyNow}.`]),
        ]
      : [out, `Its fit alone would be tier ${result.fitTiers.known} (${score.fit} points).`];
  return [...stands, ...leftOutWords(result)];
}

function outWords({ score, sum }: ExplainResult): string | null {
  if (score.standing === 'scored') return null;
  if (score.standing === 'disqualified') {
    const hit = sum.anti.filter((line) => line.outcome === 'yes');
    return `Disqualified: ${hit.map(({ because, label }) => `${because} (${label})`).join('; ')}.`;
  }
  const failed = sum.market.filter((line) => line.outcome === 'no');
  const words = failed.map(({ label, held }) => (held === null ? label : `${label} (it is ${held})`));
  return `Outside the market, which asks: ${words.join('; ')}.`;
}

const leftOut: Readonly<Record<Exclusion, string>> = {
  customers: 'it is a present customer',
  'open-deals': 'it has an open deal',
  'recently-lost': 'a deal with it was lost in the last 90 days',
};

function leftOutWords({ leftOut: why, customer }: ExplainResult): readonly string[] {
  const since = customer === null || customer.since === null ? '' : ` since ${customer.since}`;
  const place =
    customer === null || customer.rank === null
      ? []
      : [`Number ${customer.rank} of ${customer.of} by value${customer.best ? ', one of the best' : ''}.`];
  if (why === 'customers') return [`Not in the list: ${leftOut[why]}${since}.`, ...place];
  const was =
    customer === null
      ? []
      : [
          `It was a customer${customer.until === null ? since : `${since} until ${customer.until}`}.`,
          ...place,
        ];
  return why === null ? was : [`Not in the list: ${leftOut[why]}.`, ...was];
}

function committeeSection({ committee, bestContact }: ExplainResult, width: number): readonly string[] {
  if (committee.found === null) return [];
  const named = committee.found !== '' || committee.missing !== '';
  const figures = [
    ...wrapAfter('  found    ', committee.found === '' ? 'nobody yet' : committee.found, width),
    ...wrapAfter('  missing  ', committee.missing === '' ? 'nobody' : (committee.missing ?? 'nobody'), width),
  ];
  return [
    'Committee',
    ...(named ? figures : ['  the page names no figure yet']),
    ...wrapAfter('  call     ', bestContact ?? 'nobody known who may be written to', width),
    '',
  ];
}

function judgementSection({ judgements }: ExplainResult, width: number): readonly string[] {
  if (judgements.length === 0) return [];
  return [
    'What people said',
    ...judgements.flatMap((j) =>
      wrapAfter(`  ${j.saidOn.slice(0, 10)} `, `${j.team}: ${j.kind}, ${j.reason} (${j.saidBy})`, width),
    ),
  ];
}
