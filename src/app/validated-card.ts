import type { FitLine } from '../stages/profile/index.ts';
import type { HeldOut, Rate, RateOf } from '../stages/scorecard/outcomes/index.ts';
import { rateAt } from '../stages/scorecard/probability/index.ts';
import { remembered } from './remembered.ts';
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

/** The newest validation of these very lines on these very data, in any order; or null. */
export function validatedCard(
  workspace: Pick<Workspace, 'store'>,
  { snapshot, fit }: ValidationOf,
): Promise<ValidatedCard | null> {
  const wanted = keyOf(fit);
  return newestOf(workspace, { snapshot, key: wanted }, ({ lines }) => keyOf(lines) === wanted);
}

/** The newest validation on these data of a card that has all of these lines, whatever their points; or null. */
export function validatedLines(
  workspace: Pick<Workspace, 'store'>,
  { snapshot, fit }: ValidationOf,
): Promise<ValidatedCard | null> {
  const wanted = fit.filter(({ points }) => points !== 0).map(({ condition }) => JSON.stringify(condition));
  return newestOf(workspace, { snapshot, key: wanted }, ({ lines }) => {
    const has = new Set(lines.map(({ condition }) => JSON.stringify(condition)));
    return wanted.every((condition) => has.has(condition));
  });
}

/** Runs hold the units held out, megabytes of them: they are read once for as long as no newer one was kept. */
async function newestOf(
  workspace: Pick<Workspace, 'store'>,
  { snapshot, key }: { readonly snapshot: string; readonly key: unknown },
  isWanted: (card: ValidatedCard) => boolean,
): Promise<ValidatedCard | null> {
  const { store } = workspace;
  const newest = await store.latestRunId('learn', { snapshot });
  if (newest === null) return null;
  return remembered(workspace, { of: 'validated card', key: [snapshot, newest, key], most: 4 }, async () => {
    for (const run of await store.runs('learn', { snapshot })) {
      const { validated } = run.result as { readonly validated: readonly ValidatedCard[] };
      const found = validated.find(isWanted);
      if (found !== undefined) return found;
    }
    return null;
  });
}

/** The rate of a total (see `rateAt`). Without a validation no rate is known. */
export function ratesOf(validated: ValidatedCard | null): RateOf {
  return (total) => rateAt(validated?.rates ?? [], total);
}

function keyOf(lines: readonly ValidatedLine[]): string {
  return JSON.stringify(lines.map(({ condition, points }) => JSON.stringify([condition, points])).sort());
}
