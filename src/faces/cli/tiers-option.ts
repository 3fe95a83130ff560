import type { TiersAsk } from '../../app/set-tiers.ts';
import { BestfitError } from '../../base/errors/index.ts';
import { textOption } from './options.ts';
import type { Invocation } from './types.ts';

const ways = ['capacity', 'points', 'probability'] as const;

/** The cut-offs that are asked for by `--capacity`, `--points` or `--probability`; null when by none of them. */
export function tiersOption(options: Invocation['options']): TiersAsk | null {
  const given = ways.flatMap((way) => {
    const text = textOption(options, way);
    return text === null ? [] : [{ way, text }];
  });
  const [first, second] = given;
  if (first === undefined) return null;
  if (second !== undefined)
    throw new BestfitError('usage.not-understood', {
      what: `\`--${first.way}\` and \`--${second.way}\` cannot be given together`,
      hint: null,
    });
  const { way, text } = first;
  if (way === 'capacity') return capacityOf(text);
  return way === 'points' ? pointsOf(text) : probabilityOf(text);
}

function capacityOf(text: string): TiersAsk {
  const parts = partsOf(text);
  const shares = parts.filter((part) => part.endsWith('%'));
  const wanted = parts.map((part) => numberOf(part.replace(/%$/, '')));
  const isShare = shares.length > 0;
  const isWhole = isShare || wanted.every((count) => Number.isInteger(count));
  const fits = !isShare || (shares.length === parts.length && wanted.reduce((a, b) => a + b, 0) <= 100);
  if (!isCount(parts) || !isWhole || !fits || wanted.some((of) => !(of > 0)))
    throw refusal(
      'capacity',
      text,
      'shares that add up to 100% at most (10%,20%,30%), or accounts (200,500)',
    );
  return isShare
    ? { by: 'capacity', unit: 'share', wanted: wanted.map((of) => of / 100) }
    : { by: 'capacity', unit: 'count', wanted };
}

function pointsOf(text: string): TiersAsk {
  const cuts = partsOf(text).map(numberOf);
  if (!isCount(cuts) || cuts.some(Number.isNaN) || !isFalling(cuts))
    throw refusal('points', text, 'up to three numbers that fall, such as 9,6,3');
  return { by: 'points', cuts };
}

function probabilityOf(text: string): TiersAsk {
  const rates = partsOf(text).map((part) =>
    part.endsWith('%') ? numberOf(part.slice(0, -1)) / 100 : numberOf(part),
  );
  if (!isCount(rates) || rates.some((rate) => !(rate > 0 && rate < 1)) || !isFalling(rates))
    throw refusal('probability', text, 'up to three rates that fall, such as 50%,30%,10%');
  return { by: 'probability', rates };
}

function partsOf(text: string): readonly string[] {
  return text.split(',').map((part) => part.trim());
}

/** NaN where the text is no number. */
function numberOf(text: string): number {
  return text.trim() === '' || !Number.isFinite(Number(text)) ? Number.NaN : Number(text);
}

/** One part for A, and perhaps one for B and one for C. */
function isCount(parts: readonly unknown[]): boolean {
  return parts.length >= 1 && parts.length <= 3;
}

function isFalling(numbers: readonly number[]): boolean {
  return numbers.every((of, i) => i === 0 || of < numbers[i - 1]!);
}

function refusal(name: string, value: string, expected: string): BestfitError {
  return new BestfitError('usage.bad-option', { option: `--${name}`, value, expected });
}
