import type { CommandSpec } from '../types.ts';

/** The command `bestfit connect remove`. */
export const connectRemoveCommand: CommandSpec = {
  name: 'remove',
  summary:
    'forget a connection and its secrets; data that were imported stay, and nothing changes in the CRM',
  arguments: [{ name: '<name>', description: 'which connection' }],
  examples: [
    {
      run: 'bestfit connect remove hubspot',
      does: 'a later `bestfit connect hubspot` reads everything again',
    },
  ],
  run: async ({ workspace, args }) => {
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { disconnectSource } = await import('../../../app/sync/index.ts');
    const name = String(args[0]);
    const gone = await withWorkspace(workspace, { create: false }, (ws) => disconnectSource(ws, name));
    return {
      json: gone,
      text: () =>
        `\`${gone.name}\` is forgotten, its secrets too. The imported data stay; nothing was changed there.`,
    };
  },
};
