import {
  choiceOption,
  contrastOption,
  countOption,
  dateOption,
  sharedOptions,
  textOption,
} from '../options.ts';
import type { CommandOutput, CommandSpec, Invocation } from '../types.ts';

const qualities = ['wracc', 'lift', 'value'] as const;

const depths = ['1', '2', '3', '4'] as const;

/** Members of each group behind a pattern that are named unless more are asked for. */
const namedUnlessAsked = 10;

/** The command `bestfit discover`. */
export const discoverCommand: CommandSpec = {
  name: 'discover',
  summary: 'what the best customers share, and what chance alone would give',
  options: [
    sharedOptions.contrast,
    sharedOptions.last,
    sharedOptions.since,
    sharedOptions.until,
    { flags: '--permutations <n>', description: 'how many shuffles the verdicts rest on (default 4,999)' },
    sharedOptions.seed,
    {
      flags: '--depth <n>',
      description: 'most traits of one combination, 1 to 4 (default 3; 1 searches no combinations)',
    },
    {
      flags: '--quality <which>',
      description:
        'ranks combinations by wracc (share and size, the default), lift (share first) or value (mean value)',
    },
    { flags: '--explain <id>', description: 'who stands behind one pattern of the last discovery' },
    {
      flags: '--top <n>',
      description: `with --explain: how many to name of each group (default ${namedUnlessAsked})`,
    },
  ],
  examples: [
    { run: 'bestfit discover', does: 'best customers against the rest, or won deals against lost ones' },
    {
      run: 'bestfit discover --since 2025-01-01',
      does: 'leaves out the first months where `bestfit quality` says that outcomes are cut off',
    },
    { run: 'bestfit discover --contrast churned-kept', does: 'what those who left share' },
    {
      run: 'bestfit discover --depth 4 --quality lift',
      does: 'combinations of up to four traits, those with the highest share of best first',
    },
    {
      run: 'bestfit discover --explain p-0abc123',
      does: 'the customers behind that pattern, for it and against it, each with its own value',
    },
  ],
  run: async (invocation) => {
    const pattern = textOption(invocation.options, 'explain');
    return pattern === null ? find(invocation) : explain(invocation, pattern);
  },
};

function requestOf({ options, asOf, now, progress }: Invocation) {
  return {
    contrast: contrastOption(options),
    asOf,
    last: countOption(options, 'last', 1),
    since: dateOption(options, 'since'),
    until: dateOption(options, 'until'),
    seed: countOption(options, 'seed'),
    permutations: countOption(options, 'permutations', 99),
    depth: depthOf(options),
    quality: choiceOption(options, 'quality', qualities),
    at: now,
    onProgress: progress,
  };
}

function depthOf(options: Invocation['options']): 1 | 2 | 3 | 4 | null {
  const depth = choiceOption(options, 'depth', depths);
  return depth === null ? null : (Number(depth) as 1 | 2 | 3 | 4);
}

async function find(invocation: Invocation): Promise<CommandOutput> {
  const { withWorkspace } = await import('../../../app/compose.ts');
  const { discoverPatterns } = await import('../../../app/discover-patterns.ts');
  const { discoverDocument } = await import('../../../app/discover-document.ts');
  const { discoverText } = await import('../render/discover-text.ts');
  const { workspace, style } = invocation;
  const request = { ...requestOf(invocation), breadth: true };
  const result = await withWorkspace(workspace, { create: false }, (ws) => discoverPatterns(ws, request));
  return { json: discoverDocument(result), text: () => discoverText(result, style) };
}

async function explain(invocation: Invocation, pattern: string): Promise<CommandOutput> {
  const { withWorkspace } = await import('../../../app/compose.ts');
  const { explainPattern } = await import('../../../app/explain-pattern.ts');
  const { explainDocument } = await import('../../../app/explain-document.ts');
  const { discoverText } = await import('../render/discover-text.ts');
  const { patternText } = await import('../render/pattern-text.ts');
  const { workspace, options, style } = invocation;
  const request = {
    ...requestOf(invocation),
    pattern,
    top: countOption(options, 'top', 1) ?? namedUnlessAsked,
    anyDay: dateOption(options, 'asOf') === null,
  };
  const result = await withWorkspace(workspace, { create: false }, (ws) => explainPattern(ws, request));
  return result.kind === 'explained-pattern'
    ? { json: explainDocument(result), text: () => patternText(result, style) }
    : { json: result, text: () => discoverText(result, style) };
}
