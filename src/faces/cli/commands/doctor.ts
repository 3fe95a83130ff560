import type { HealthReport } from '../../../app/examine-workspace.ts';
import { BestfitError } from '../../../base/errors/index.ts';
import type { CommandSpec } from '../types.ts';

const brokenCodes: readonly string[] = ['store.damaged', 'store.disk-failed', 'store.read-only'];

/** The command `bestfit doctor`. */
export const doctorCommand: CommandSpec = {
  name: 'doctor',
  summary: 'test that everything saved is whole: catalog, files, rows, jobs, space',
  options: [
    {
      flags: '--repair',
      description: 'mend what can be mended: leftovers, lost jobs, lists; go back to the newest whole import',
    },
  ],
  examples: [
    { run: 'bestfit doctor', does: 'reads every file; exit code 3 when something is wrong' },
    { run: 'bestfit doctor --repair', does: 'the same, and says what it did about each finding' },
  ],
  run: async ({ workspace, options, now }) => {
    const { healthText } = await import('../render/health-text.ts');
    const report = await examine(workspace, { repair: options.repair === true, at: now });
    return { json: report, text: () => healthText(report), exit: report.sound ? 0 : 3 };
  },
};

async function examine(
  workspace: string,
  request: { readonly repair: boolean; readonly at: string },
): Promise<HealthReport> {
  const { withWorkspace } = await import('../../../app/compose.ts');
  const { brokenCatalog, examineWorkspace } = await import('../../../app/examine-workspace.ts');
  try {
    return await withWorkspace(workspace, { create: false }, (ws) => examineWorkspace(ws, request));
  } catch (error) {
    if (!(error instanceof BestfitError) || !brokenCodes.includes(error.code)) throw error;
    return brokenCatalog(workspace, error);
  }
}
