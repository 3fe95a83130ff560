import type { CommandSpec } from '../types.ts';

/** The command `bestfit undo`. */
export const undoCommand: CommandSpec = {
  name: 'undo',
  summary: 'take the last import or fix back',
  examples: [{ run: 'bestfit undo', does: 'the data are what they were before; nothing is deleted' }],
  run: async ({ workspace }) => {
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { undoImport } = await import('../../../app/undo-import.ts');
    const result = await withWorkspace(workspace, { create: false }, (ws) => undoImport(ws));
    const now =
      result.snapshot === null
        ? 'The workspace is empty again.'
        : `Snapshot ${result.snapshot} is current again.`;
    return { json: result, text: () => `Undone: ${result.undone}. ${now}` };
  },
};
