import { choiceOption, contrasts, countOption, dateOption, sharedOptions, textOption } from '../options.ts';
import type { CommandSpec } from '../types.ts';

/** The command `bestfit scorecard compare`. */
export const scorecardCompareCommand: CommandSpec = {
  name: 'compare',
  summary: 'two cards side by side: where winning and being valuable disagree',
  arguments: [
    { name: '[first]', description: `${contrasts.join(', ')} (default: won-lost)` },
    { name: '[second]', description: 'the other outcome (default: best-rest)' },
  ],
  options: [
    sharedOptions.last,
    sharedOptions.since,
    sharedOptions.until,
    sharedOptions.profile,
    sharedOptions.seed,
  ],
  examples: [
    { run: 'bestfit scorecard compare', does: 'what wins deals beside what the best customers share' },
    {
      run: 'bestfit scorecard compare won-lost churned-kept',
      does: 'whether those you win are those who leave',
    },
  ],
  run: async ({ workspace, args, options, asOf, now, by, progress, style }) => {
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { comparedDocument, compareScorecards, nothingAsked } = await import(
      '../../../app/scorecard/index.ts'
    );
    const { comparedText } = await import('../render/compared-text.ts');
    const [first, second] = args;
    const outcomeOf = (outcome: unknown) => choiceOption({ outcome }, 'outcome', contrasts);
    const request = {
      ...nothingAsked,
      contrasts: [outcomeOf(first) ?? 'won-lost', outcomeOf(second) ?? 'best-rest'] as const,
      asOf,
      last: countOption(options, 'last', 1),
      since: dateOption(options, 'since'),
      until: dateOption(options, 'until'),
      seed: countOption(options, 'seed'),
      profile: textOption(options, 'profile'),
      by,
      why: null,
      at: now,
      onProgress: progress,
    };
    const result = await withWorkspace(workspace, { create: false }, (ws) => compareScorecards(ws, request));
    return { json: comparedDocument(result), text: () => comparedText(result, style) };
  },
};
