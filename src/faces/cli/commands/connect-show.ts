import type { CommandSpec } from '../types.ts';

/** The command `bestfit connect show`. */
export const connectShowCommand: CommandSpec = {
  name: 'show',
  summary: 'one connection: budget, history of syncs, stages and where deals drop out, fields',
  arguments: [{ name: '[name]', description: 'which connection (default: the only one)' }],
  options: [{ flags: '--fields', description: 'list every field, and which are read' }],
  examples: [
    { run: 'bestfit connect show', does: 'what stages mean, and how many deals came past each' },
    { run: 'bestfit connect show hubspot --fields', does: 'every field, to choose more with `connect set`' },
  ],
  run: async ({ workspace, args, options, style }) => {
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { showConnection } = await import('../../../app/sync/index.ts');
    const { connectionText } = await import('../render/connection-text.ts');
    const name = typeof args[0] === 'string' ? args[0] : null;
    const shown = await withWorkspace(workspace, { create: false }, (ws) => showConnection(ws, name));
    return { json: shown, text: () => connectionText(shown, { ...style, fields: options.fields === true }) };
  },
};
