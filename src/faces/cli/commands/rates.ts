import { BestfitError } from '../../../base/errors/index.ts';
import { textOption } from '../options.ts';
import type { CommandSpec, Invocation } from '../types.ts';

/** The command `bestfit rates`. */
export const ratesCommand: CommandSpec = {
  name: 'rates',
  summary: 'convert sums in other currencies by a dated table of rates of yours',
  arguments: [{ name: '[file]', description: 'one row per currency and day: currency, date, rate' }],
  options: [
    { flags: '--base <code>', description: 'the currency that sums are converted into, e.g. EUR' },
    {
      flags: '--per-base',
      description:
        'the rates say what one unit of the base buys (as central banks write them), not what one unit of the currency is worth in the base',
    },
    { flags: '--off', description: 'no rates any more: every sum is in the currency it was given in' },
  ],
  examples: [
    {
      run: 'bestfit rates rates.csv --base EUR',
      does: 'each sum by the newest rate not after the day of its row; without one it stays unknown',
    },
    { run: 'bestfit rates ecb.csv --base EUR --per-base', does: 'rates such as 1 EUR = 1.08 USD' },
    { run: 'bestfit rates --off', does: 'the sums as the files gave them; `bestfit undo` does the same' },
  ],
  run: async (invocation) => {
    const { workspace, style } = invocation;
    const request = requestOf(invocation);
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { setRates } = await import('../../../app/set-rates.ts');
    const { ratesText } = await import('../render/rates-text.ts');
    const result = await withWorkspace(workspace, { create: true }, (ws) => setRates(ws, request));
    return { json: result, text: () => ratesText(result, style) };
  },
};

function requestOf({ args, options, now }: Invocation) {
  const path = typeof args[0] === 'string' ? args[0] : null;
  const base = textOption(options, 'base')?.toUpperCase() ?? null;
  const perBase = options.perBase === true;
  if (options.off === true && path === null) return { path: null, base: null, perBase, at: now };
  if (path === null || options.off === true) {
    const expected = 'a file of rates, or `--off` without one';
    throw new BestfitError('usage.bad-option', { option: 'FILE', value: path ?? '', expected });
  }
  if (base === null) {
    const expected = 'the currency that sums are converted into, such as EUR';
    throw new BestfitError('usage.bad-option', { option: '--base', value: '', expected });
  }
  return { path, base, perBase, at: now };
}
