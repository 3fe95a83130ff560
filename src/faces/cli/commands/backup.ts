import { BestfitError } from '../../../base/errors/index.ts';
import { textOption } from '../options.ts';
import type { CommandSpec } from '../types.ts';

/** The command `bestfit backup`. */
export const backupCommand: CommandSpec = {
  name: 'backup',
  summary: 'copy everything that was saved, also while the workspace is in use',
  options: [{ flags: '--to <path>', description: 'a folder to be made, or a file when it ends in .tar' }],
  examples: [
    { run: 'bestfit backup --to backups/monday', does: 'a folder; tested before it is called done' },
    { run: 'bestfit backup --to monday.tar', does: 'one file, to send or to store' },
  ],
  run: async ({ workspace, options, now }) => {
    const to = textOption(options, 'to');
    if (to === null) throw new BestfitError('usage.incomplete', { command: 'backup', needs: '`--to PATH`' });
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { backUpWorkspace } = await import('../../../app/back-up-workspace.ts');
    const { backupText } = await import('../render/backup-text.ts');
    const made = await withWorkspace(workspace, { create: false }, (ws) =>
      backUpWorkspace(ws, { to, at: now }),
    );
    return { json: made, text: () => backupText(made) };
  },
};
