import { countOption, sharedOptions, weightsOption } from '../options.ts';
import type { CommandSpec } from '../types.ts';

/** The command `bestfit value`. */
export const valueCommand: CommandSpec = {
  name: 'value',
  summary: 'rank your customers: who is best, why, and how sure that is',
  options: [
    sharedOptions.last,
    { flags: '--weights <list>', description: 'weights to use from now on, e.g. contract_value=3,tenure=0' },
    { flags: '--all', description: 'show every customer' },
    sharedOptions.seed,
  ],
  examples: [
    { run: 'bestfit value', does: 'the top third, with the share of reweightings each customer survives' },
    { run: 'bestfit value --last 30', does: 'the last 30 customers only, as the guides start' },
    { run: 'bestfit value --weights satisfaction=3', does: 'happy customers count as much as large ones' },
  ],
  run: async ({ workspace, options, asOf, now, style }) => {
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { rankValue } = await import('../../../app/rank-value.ts');
    const { valueText } = await import('../render/value-text.ts');
    const request = {
      asOf,
      weights: weightsOption(options),
      last: countOption(options, 'last', 1),
      seed: countOption(options, 'seed'),
      at: now,
    };
    const result = await withWorkspace(workspace, { create: false }, (ws) => rankValue(ws, request));
    const most = options.all === true ? Number.POSITIVE_INFINITY : 20;
    return { json: result, text: () => valueText(result, style, most) };
  },
};
