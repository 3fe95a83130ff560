import type { Doubt, Pattern } from '../../../stages/discovery/index.ts';
import { plural, pWords } from '../../words/index.ts';

/** What a pattern may only be the trace of, in one sentence that a seller can read. */
export function doubtWords({ doubts }: Pattern, patterns: readonly Pattern[]): string {
  const [explained] = doubts.filter(({ kind }) => kind === 'explained');
  if (explained !== undefined) return explainedWords(explained, patterns);
  const traits = doubts.filter(({ by }) => by !== null).map(({ by }) => nameOf(by, patterns));
  const time = doubts.some(({ by }) => by === null);
  return [
    ...(traits.length === 0 ? [] : [`may only be the trace of ${listWords(traits)}: the data cannot tell`]),
    ...(time
      ? ['may only show when they started: within a quarter the difference is too small to be sure']
      : []),
  ].join('; it ');
}

function explainedWords({ by, p }: Doubt, patterns: readonly Pattern[]): string {
  const gone = `no more difference is left than chance makes (p ${pWords(p)})`;
  return by === null
    ? `only shows when they started: among those of the same quarter ${gone}`
    : `is explained by ${nameOf(by, patterns)}: among those alike in that ${gone}`;
}

function nameOf(id: string | null, patterns: readonly Pattern[]): string {
  const label = patterns.find((pattern) => pattern.id === id)?.label;
  return label === undefined ? `${id}` : `${id} (${shortened(label)})`;
}

function shortened(label: string): string {
  return label.length <= longestLabel ? label : `${label.slice(0, longestLabel - 1)}…`;
}

const longestLabel = 60;

const mostNamed = 3;

function listWords(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return `${names.slice(0, mostNamed).join(' or ')}${more > 0 ? ` or ${plural(more, 'other')}` : ''}`;
}
