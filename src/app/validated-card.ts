import type { FitLine } from '../stages/profile/index.ts';
import type { HeldOut, Rate, RateOf } from '../stages/scorecard/outcomes/index.ts';
import type { Workspace } from './workspace.ts';

/** What a validation left behind of a card: part of the `result` of a run of kind `learn`. */
export interface ValidatedCard {
  /** The lines of the card, in the order in which `heldOut` has them. */
  readonly lines: readonly ValidatedLine[];
  /** Lower end of the 90% interval of its AUC on units not seen. */
  readonly aucLow: number;
  readonly heldOut: HeldOut;
  /** The rate to expect of each total, by rising total. */
  readonly rates: readonly (Rate & { readonly total: number; readonly n: number })[];
}

/** A condition with its points. */
export type ValidatedLine = Pick<FitLine, 'condition' | 'points'>;

/** Which points, on which data. */
export interface ValidationOf {
  readonly snapshot: string;
  readonly fit: readonly ValidatedLine[];
}

/** The newest validation of these very lines on these very data, its lines in this order; or null. */
export async function validatedCard(
  { store }: Pick<Workspace, 'store'>,
  { snapshot, fit }: ValidationOf,
): Promise<ValidatedCard | null> {
  const wanted = keyOf(fit);
  for (const run of await store.runs('learn', { snapshot })) {
    const { validated } = run.result as { readonly validated: readonly ValidatedCard[] };
    const found = validated.find(({ lines }) => keyOf(lines) === wanted);
    if (found !== undefined) return inOrder(found, fit);
  }
  return null;
}

/** The newest validation on these data of a card that has all of these lines, whatever their points; or null. */
export async function validatedLines(
  { store }: Pick<Workspace, 'store'>,
  { snapshot, fit }: ValidationOf,
): Promise<ValidatedCard | null> {
  const wanted = fit.filter(({ points }) => points !== 0).map(({ condition }) => JSON.stringify(condition));
  for (const run of await store.runs('learn', { snapshot })) {
    const { validated } = run.result as { readonly validated: readonly ValidatedCard[] };
    const found = validated.find(({ lines }) => {
      const has = new Set(lines.map(({ condition }) => JSON.stringify(condition)));
      return wanted.every((condition) => has.has(condition));
    });
    if (found !== undefined) return found;
  }
  return null;
}

/**
 * The rate of a total: that of the highest total not above it of which a rate is known, below all of these that of the
 * lowest. Without a validation no rate is known.
 */
export function ratesOf(validated: ValidatedCard | null): RateOf {
  const rates = validated?.rates ?? [];
  return (total) => rates.findLast((of) => of.total <= total) ?? rates[0] ?? null;
}

function keyOf(lines: readonly ValidatedLine[]): string {
  return JSON.stringify(lines.map(textOf).sort());
}

function textOf({ condition, points }: ValidatedLine): string {
  return JSON.stringify([condition, points]);
}

function inOrder(card: ValidatedCard, fit: readonly ValidatedLine[]): ValidatedCard {
  const texts = card.lines.map(textOf);
  const places = fit.map((line) => texts.indexOf(textOf(line)));
  const pick = <T>(of: readonly T[]) => places.map((place) => of[place]!);
  const units = card.heldOut.units.map((unit) => ({
    ...unit,
    parts: unit.parts.map(pick),
    truths: pick(unit.truths),
  }));
  return { ...card, lines: pick(card.lines), heldOut: { units } };
}
