import { countOption, sharedOptions, textOption } from '../options.ts';
import type { CommandSpec } from '../types.ts';

/** The command `bestfit explain`. */
export const explainCommand: CommandSpec = {
  name: 'explain',
  summary: 'the sum behind one account, and what would change it',
  arguments: [{ name: '<account>', description: 'account id, domain or name' }],
  options: [sharedOptions.profile, sharedOptions.version],
  examples: [
    { run: 'bestfit explain "Clínica Aurora"', does: 'points, what moves it up, timing, whom it is like' },
  ],
  run: async ({ workspace, args, options, asOf, style }) => {
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { explainAccount } = await import('../../../app/explain-account.ts');
    const { explainText } = await import('../render/explain-text.ts');
    const request = {
      account: String(args[0]),
      profile: textOption(options, 'profile'),
      version: countOption(options, 'versionOf', 1),
      asOf,
    };
    const result = await withWorkspace(workspace, { create: false }, (ws) => explainAccount(ws, request));
    return { json: result, text: () => explainText(result, style) };
  },
};
