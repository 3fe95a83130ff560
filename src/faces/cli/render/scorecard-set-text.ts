import type { MovedAccount, SetPointsResult } from '../../../app/set-points.ts';
import { countWords } from '../../words/index.ts';
import type { TextStyle } from '../types.ts';
import { changeWords, countedWords, leadCounts, savedWords, tierChangeWords } from './change-words.ts';
import { paintFor } from './paint.ts';
import { textTable } from './text-table.ts';
import { wrapText } from './wrap-text.ts';

/** What other points change: the lines, the tiers, who moves, and the figures on held-out data. */
export function scorecardSetText(result: SetPointsResult, style: TextStyle): string {
  const paint = paintFor(style);
  const { profile, asOf, snapshot, before } = result;
  return [
    `${paint.bold(profile.name)} (version ${profile.version}), as of ${asOf}, snapshot ${snapshot}`,
    countedWords(result.scored, before.accounts),
    '',
    wrapText(`${editWords(result)} ${tierChangeWords(result)}.`, style.width),
    ...leadLines(result).map((line) => wrapText(line, style.width)),
    wrapText(heldOutWords(result), style.width),
    ...movedLines(result),
    '',
    savedWords(result.saved),
  ].join('\n');
}

/** `Practitioners 3-15: +3 -> +2.` */
function editWords({ edits }: SetPointsResult): string {
  return edits
    .map(({ line, before, after }) => {
      const name = line.slice(0, 1).toUpperCase() + line.slice(1);
      if (before === after) return `${name}: ${signed(after)}, as it is.`;
      return `${name}: ${signed(before)} -> ${after === 0 ? 'taken out' : signed(after)}.`;
    })
    .join(' ');
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points);
}

function leadLines({ before, after }: SetPointsResult): readonly string[] {
  const [from, to] = [leadCounts(before), leadCounts(after)];
  const marketing = `Marketing-qualified leads (A or B) ${changeWords(from.marketing, to.marketing)}`;
  const sales = `sales-qualified leads (A and hot) ${changeWords(from.sales, to.sales)}`;
  return from.marketing === to.marketing && from.sales === to.sales ? [] : [`${marketing}, ${sales}.`];
}

function heldOutWords({ heldOut }: SetPointsResult): string {
  if (heldOut === null)
    return 'Held-out AUC and log loss are not known, the page is not validated yet: run `bestfit scorecard learn`.';
  const { before, after } = heldOut;
  const figure = (of: number | null) => (of === null ? 'unknown' : of.toFixed(3));
  return `Held-out AUC ${figure(before.auc)} -> ${figure(after.auc)} (0.5 is guessing), log loss ${figure(before.logLoss)} -> ${figure(after.logLoss)} (smaller is better).`;
}

function movedLines({ moved, moves }: SetPointsResult): readonly string[] {
  if (moved.length === 0) return [];
  const all = moves.reduce((sum, { accounts }) => sum + accounts, 0);
  const title =
    moved.length < all
      ? `The first ${moved.length} of ${countWords(all)} that move`
      : `All that move: ${countWords(all)}`;
  const table = textTable(
    [{ title: '#', align: 'right' }, { title: 'account', most: 40 }, { title: 'tier' }],
    moved.map((of: MovedAccount) => [of.rank, of.name ?? of.id, `${of.from} -> ${of.to}`]),
  );
  return ['', `${title} (by their place in the queue)`, table];
}
