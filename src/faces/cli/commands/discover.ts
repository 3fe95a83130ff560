import { choiceOption, countOption, dateOption, sharedOptions } from '../options.ts';
import type { CommandSpec } from '../types.ts';

const contrasts = ['best-rest', 'won-lost', 'churned-kept', 'customers-market'] as const;

/** The command `bestfit discover`. */
export const discoverCommand: CommandSpec = {
  name: 'discover',
  summary: 'what the best customers share, and what chance alone would give',
  options: [
    { flags: '--contrast <which>', description: `${contrasts.join(', ')} (default: by what was imported)` },
    sharedOptions.last,
    sharedOptions.since,
    sharedOptions.until,
    { flags: '--permutations <n>', description: 'how many shuffles the verdicts rest on (default 4,999)' },
    sharedOptions.seed,
  ],
  examples: [
    { run: 'bestfit discover', does: 'best customers against the rest, or won deals against lost ones' },
    {
      run: 'bestfit discover --since 2025-01-01',
      does: 'leaves out the first months where `bestfit quality` says that outcomes are cut off',
    },
    { run: 'bestfit discover --contrast churned-kept', does: 'what those who left share' },
  ],
  run: async ({ workspace, options, asOf, now, style, progress }) => {
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { discoverPatterns } = await import('../../../app/discover-patterns.ts');
    const { discoverDocument } = await import('../../../app/discover-document.ts');
    const { discoverText } = await import('../render/discover-text.ts');
    const request = {
      contrast: choiceOption(options, 'contrast', contrasts),
      asOf,
      last: countOption(options, 'last', 1),
      since: dateOption(options, 'since'),
      until: dateOption(options, 'until'),
      seed: countOption(options, 'seed'),
      permutations: countOption(options, 'permutations', 99),
      at: now,
      onProgress: progress,
    };
    const result = await withWorkspace(workspace, { create: false }, (ws) => discoverPatterns(ws, request));
    return { json: discoverDocument(result), text: () => discoverText(result, style) };
  },
};
