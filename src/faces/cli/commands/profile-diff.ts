import { countOption, sharedOptions, textOption } from '../options.ts';
import type { CommandSpec } from '../types.ts';

/** The command `bestfit profile diff`. */
export const profileDiffCommand: CommandSpec = {
  name: 'diff',
  summary: 'what changed between two versions, in words',
  options: [
    sharedOptions.profile,
    { flags: '--from <n>', description: 'the older version (default: the one before)' },
    { flags: '--to <n>', description: 'the newer version (default: the newest)' },
  ],
  examples: [{ run: 'bestfit profile diff --from 1 --to 3', does: 'everything since version 1' }],
  run: async ({ workspace, options }) => {
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { diffStored } = await import('../../../app/diff-versions.ts');
    const request = {
      profile: textOption(options, 'profile'),
      from: countOption(options, 'from', 1),
      to: countOption(options, 'to', 1),
    };
    const result = await withWorkspace(workspace, { create: false }, (ws) => diffStored(ws, request));
    const lines = result.changes.map(({ words }) => `  ${words}`);
    const head = `${result.name}, version ${result.from} to ${result.to}:`;
    return {
      json: result,
      text: () => [head, ...(lines.length === 0 ? ['  no change'] : lines)].join('\n'),
    };
  },
};
