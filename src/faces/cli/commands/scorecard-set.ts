import type { PointsEdit } from '../../../app/set-points.ts';
import { BestfitError } from '../../../base/errors/index.ts';
import { saveOptions, savingOptions, scoringOptions, sharedOptions } from '../options.ts';
import type { CommandSpec } from '../types.ts';

const most = 5;

/** The command `bestfit scorecard set`. */
export const scorecardSetCommand: CommandSpec = {
  name: 'set',
  summary:
    'try other points on lines of the page: tiers and who moves, at once; nothing is kept without --save',
  arguments: [
    {
      name: '<line-and-points...>',
      description: `a line in the words of the page (a part that only it has will do), then its points, -${most} to ${most}; 0 takes it out; again for more lines`,
    },
  ],
  options: [...saveOptions, sharedOptions.profile, sharedOptions.version, sharedOptions.include],
  examples: [
    {
      run: 'bestfit scorecard set "employees 20-120" 2',
      does: 'who moves, and held-out figures before and after',
    },
    { run: 'bestfit scorecard set scheduling 3 "industry is clinic" -1', does: 'two lines at once' },
    {
      run: 'bestfit scorecard set scheduling 0 --save --why "everybody has one by now"',
      does: 'a new version of the page without that line',
    },
  ],
  run: async (invocation) => {
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { setPoints } = await import('../../../app/set-points.ts');
    const { scorecardSetText } = await import('../render/scorecard-set-text.ts');
    const edits = editsOf((invocation.args[0] ?? []) as readonly string[]);
    const request = { ...scoringOptions(invocation), ...savingOptions(invocation), edits };
    const result = await withWorkspace(invocation.workspace, { create: false }, (ws) =>
      setPoints(ws, request),
    );
    return { json: result, text: () => scorecardSetText(result, invocation.style) };
  },
};

function editsOf(given: readonly string[]): readonly PointsEdit[] {
  if (given.length % 2 === 1)
    throw new BestfitError('usage.incomplete', {
      command: 'scorecard set',
      needs: `points for \`${given.at(-1)}\`: a line, then its points`,
    });
  return given.flatMap((line, i) => (i % 2 === 0 ? [{ line, points: pointsOf(given[i + 1]!) }] : []));
}

function pointsOf(text: string): number {
  const points = Number(text.trim().replace('−', '-'));
  if (text.trim() !== '' && Number.isInteger(points) && Math.abs(points) <= most) return points + 0;
  throw new BestfitError('usage.bad-option', {
    option: '<points>',
    value: text,
    expected: `a whole number from -${most} to ${most}`,
  });
}
