import { decodeOutcomes } from '../outcome-code.ts';
import { askedFields } from './asked-fields.ts';
import { eachScored } from './each-scored.ts';
import { fitSums } from './fit-sums.ts';
import { survivalOf } from './survival-of.ts';
import type { OutcomeVectors, PointsCard, Survival } from './types.ts';

/** A line that holds: its points, and the fields of which none may be missing. */
interface HeldLine {
  readonly points: number;
  readonly fields: readonly string[];
}

/** How likely each sum of points is. */
type Sums = ReadonlyMap<number, number>;

/**
 * How many accounts of tier A keep it when every field of every account goes missing by chance, each by itself: lines
 * of one field go together, and a line that asks for several is unknown as soon as one of them is missing. The market
 * and the anti-ICP cost nobody the tier, as an unknown neither excludes nor disqualifies. An expectation, summed exactly
 * and not simulated.
 *
 * @param share chance that a field is missing, from 0 to 1
 */
export function underMissingFields(vectors: OutcomeVectors, card: PointsCard, share: number): Survival {
  const { fit } = fitSums(card);
  const lines = card.fit.map(({ points, condition }) => ({ points, fields: askedFields(condition) }));
  const chances = new Map<string, number>();
  let [inA, stay] = [0, 0];
  for (const { code, accounts } of eachScored(vectors)) {
    if (fit(code) < card.tiers.A) continue;
    const truths = decodeOutcomes(code, vectors.lines);
    const held = lines.filter(({ points }, i) => truths[i] === true && points !== 0);
    const key = truths.map((truth) => (truth === true ? 1 : 0)).join('');
    const chance = chances.get(key) ?? chanceOf(sumsOf(held, share), card.tiers.A);
    chances.set(key, chance);
    inA += accounts;
    stay += accounts * chance;
  }
  return survivalOf(inA, stay);
}

function chanceOf(sums: Sums, least: number): number {
  return [...sums].reduce((all, [points, chance]) => (points >= least ? all + chance : all), 0);
}

/** Lines that share no field are independent; of others the field that most of them need is there or it is not. */
function sumsOf(lines: readonly HeldLine[], share: number): Sums {
  const [first] = lines;
  if (first === undefined) return new Map([[0, 1]]);
  const linked = linkedTo(first, lines);
  const apart = lines.filter((line) => !linked.includes(line));
  return convolve(sumsOfLinked(linked, share), apart.length === 0 ? new Map([[0, 1]]) : sumsOf(apart, share));
}

function sumsOfLinked(lines: readonly HeldLine[], share: number): Sums {
  const field = commonest(lines);
  if (field === null) return new Map([[lines.reduce((sum, { points }) => sum + points, 0), 1]]);
  const without = lines.filter(({ fields }) => !fields.includes(field));
  const known = lines.map(({ points, fields }) => ({ points, fields: fields.filter((of) => of !== field) }));
  return mix(sumsOf(without, share), sumsOf(known, share), share);
}

/** The lines that hang together with one through the fields they share. */
function linkedTo(first: HeldLine, lines: readonly HeldLine[]): readonly HeldLine[] {
  let linked: readonly HeldLine[] = [first];
  for (;;) {
    const fields = new Set(linked.flatMap((line) => line.fields));
    const grown = lines.filter((line) => line === first || line.fields.some((field) => fields.has(field)));
    if (grown.length === linked.length) return linked;
    linked = grown;
  }
}

function commonest(lines: readonly HeldLine[]): string | null {
  const counts = new Map<string, number>();
  for (const field of lines.flatMap(({ fields }) => fields)) counts.set(field, (counts.get(field) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}

function convolve(one: Sums, other: Sums): Sums {
  const sums = new Map<number, number>();
  for (const [a, p] of one) for (const [b, q] of other) sums.set(a + b, (sums.get(a + b) ?? 0) + p * q);
  return sums;
}

/** The first with a chance, else the second. */
function mix(one: Sums, other: Sums, chance: number): Sums {
  const sums = new Map<number, number>();
  for (const [points, p] of one) sums.set(points, chance * p);
  for (const [points, p] of other) sums.set(points, (sums.get(points) ?? 0) + (1 - chance) * p);
  return sums;
}
