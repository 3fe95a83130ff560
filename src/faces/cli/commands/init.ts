import type { CommandSpec } from '../types.ts';

/** The command `bestfit init`. */
export const initCommand: CommandSpec = {
  name: 'init',
  summary: 'make an empty workspace (import does it by itself)',
  examples: [{ run: 'bestfit -w acme init', does: 'the folder acme, ready for a first import' }],
  run: async ({ workspace }) => {
    const { withWorkspace } = await import('../../../app/compose.ts');
    const path = await withWorkspace(workspace, { create: true }, async ({ store }) => store.path);
    return {
      json: { workspace: path },
      text: () =>
        `${path} is a workspace. Next: \`bestfit import customers.csv\`, or \`bestfit profile new\`.`,
    };
  },
};
