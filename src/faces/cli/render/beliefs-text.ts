import { sidesOf } from '../../../app/discover/index.ts';
import type { DiscoverOutcome } from '../../../app/discover-patterns.ts';
import { percentWords, plural } from '../../words/index.ts';
import type { TextStyle } from '../types.ts';
import { wrapText } from './wrap-text.ts';

type Found = Extract<DiscoverOutcome, { kind: 'discovery' }>;
type Belief = Found['beliefs'][number];

/** What became of each belief that was said: tested, with its verdict, or what it lacks. */
export function beliefsText(result: Found, { width }: TextStyle): readonly string[] {
  const { beliefs } = result;
  if (beliefs.length === 0) return [];
  const lines = beliefs.map((belief) =>
    wrapText(`  ${belief.label}: ${stateOf(belief, result)}`, width, '    '),
  );
  return ['', 'What was believed (each tested by itself, apart from the search):', ...lines];
}

function stateOf(belief: Belief, { patterns, unit, contrast }: Found): string {
  const { saidOn, seen, unseen, known, holds } = belief;
  const test = patterns.find(({ id }) => id === belief.pattern);
  const late = seen === 0 ? '' : `said on ${saidOn.slice(0, 10)} after a look at ${plural(seen, unit)}; `;
  if (test !== undefined) {
    const [best, rest] = sidesOf(contrast);
    const shares = [test.best, test.rest].map(({ n, of }) => `${percentWords(n, of)} of ${of}`);
    const verdict = test.verdict === 'none' ? 'no evidence' : test.verdict;
    const side = test.direction === 'against' ? ' against it' : '';
    return `${late}${verdict}${side} (${shares[0]} ${best}, ${shares[1]} ${rest}; ${test.id})`;
  }
  if (unseen === 0) return `${late}not tested yet, waits for ${unit}s that come later`;
  const of = seen === 0 ? plural(unseen, unit) : `the ${unseen} that came later`;
  if (known < unseen) return `${late}not tested yet, known for ${known} of ${of}`;
  return `${late}not tested, ${holds} of ${of} have it: at least 3 must, and 3 must not`;
}
