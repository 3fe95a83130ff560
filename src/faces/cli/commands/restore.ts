import type { CommandSpec } from '../types.ts';

/** The command `bestfit restore`. */
export const restoreCommand: CommandSpec = {
  name: 'restore',
  summary: 'make a folder the workspace of a backup',
  arguments: [{ name: '<backup>', description: 'the folder or .tar file that `bestfit backup` wrote' }],
  options: [{ flags: '--force', description: 'replace the data that the workspace holds' }],
  examples: [
    { run: 'bestfit -w acme restore monday.tar', does: 'a new workspace in the folder acme' },
    {
      run: 'bestfit restore backups/monday --force',
      does: 'the workspace becomes what it was on Monday, at once or not at all',
    },
  ],
  run: async ({ workspace, args, options, now }) => {
    const { restoreBackup } = await import('../../../app/restore-backup.ts');
    const { restoreText } = await import('../render/backup-text.ts');
    const result = await restoreBackup(workspace, {
      from: String(args[0]),
      force: options.force === true,
      at: now,
    });
    return { json: result, text: () => restoreText(result) };
  },
};
