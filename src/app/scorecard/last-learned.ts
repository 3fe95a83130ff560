import { optionalData } from '../optional-data.ts';
import type { Workspace } from '../workspace.ts';
import type { LearnedScorecard, Scorecard } from './types.ts';

type Validation = LearnedScorecard['validation'];
type Held = Validation['random'];

/** What one way of holding out said of the card and of what stands beside it: areas under the curve with 90% intervals. */
interface AucBeside {
  /** Units that were held out, and positives among them. */
  readonly n: number;
  readonly positives: number;
  readonly card: Held['rivals']['card']['auc'];
  readonly rubric: Held['rivals']['rubric']['auc'];
  readonly single: Held['rivals']['single']['auc'];
}

/** The card that was learned last on the current data, and how it holds on units not seen. */
export interface LastLearned {
  readonly kind: 'learned';
  /** When it was learned, ISO 8601. */
  readonly at: string;
  readonly snapshot: string;
  readonly asOf: string;
  readonly seed: number;
  readonly contrast: LearnedScorecard['contrast'];
  readonly unit: LearnedScorecard['unit'];
  readonly customers: LearnedScorecard['customers'];
  readonly verdict: Validation['verdict'];
  readonly folds: number;
  readonly repeats: number;
  readonly groupedBy: Validation['groupedBy'];
  readonly lines: Scorecard['lines'];
  readonly tiers: Scorecard['tiers'];
  /** Whether every line can be asked of prospects: else it judges deals and scores nobody. */
  readonly searchable: boolean;
  readonly random: AucBeside;
  /** Learned from earlier units, tested on later ones; null where dates do not allow it. */
  readonly forward: (AucBeside & { readonly trainedOn: number }) | null;
  /** What the learned points gain over the rubric in area under the curve, with the 90% interval of the difference. */
  readonly gain: Validation['gains']['rubric']['auc'];
  /** What each total is worth, by rising total. */
  readonly chances: LearnedScorecard['chances'];
  /** The version of the page that it was kept as; null where it was not kept. */
  readonly saved: { readonly name: string; readonly version: number } | null;
}

/** The newest card learned on the current data; null when none was. */
export async function lastLearned(workspace: Workspace): Promise<LastLearned | null> {
  const data = await optionalData(workspace);
  if (data === null) return null;
  const run = await workspace.store.latestRun('learn', { snapshot: data.snapshot });
  const learned = run?.result as LearnedScorecard | undefined;
  const card = learned?.cards[0];
  if (run === null || learned === undefined || card === undefined) return null;
  const { validation, contrast, unit, customers, seed, chances, snapshot, asOf } = learned;
  const { verdict, folds, repeats, groupedBy, random, forward, gains } = validation;
  return {
    kind: 'learned',
    at: run.at,
    snapshot,
    asOf,
    seed,
    contrast,
    unit,
    customers,
    verdict,
    folds,
    repeats,
    groupedBy,
    lines: card.lines.toSorted((one, two) => two.points - one.points),
    tiers: card.tiers,
    searchable: card.searchable,
    random: besideEachOther(random),
    forward: forward === null ? null : { ...besideEachOther(forward), trainedOn: forward.trainedOn },
    gain: gains.rubric.auc,
    chances: verdict === 'no-evidence' ? [] : chances,
    saved: run.profile,
  };
}

function besideEachOther({ n, positives, rivals }: Held): AucBeside {
  const { card, rubric, single } = rivals;
  return { n, positives, card: card.auc, rubric: rubric.auc, single: single.auc };
}
