import type { CommandSpec } from '../types.ts';

const mostOfAKind = 5;

/** The command `bestfit quality`. */
export const qualityCommand: CommandSpec = {
  name: 'quality',
  summary: 'the state of your data: coverage, what to mend, and the command that mends it',
  options: [{ flags: '--all', description: 'show every finding, not the first five of each kind' }],
  examples: [
    { run: 'bestfit quality', does: 'every field with its coverage, then what to look at' },
    { run: 'bestfit quality --json', does: 'the same for a program' },
    {
      run: 'bestfit field industry --merge "Googl=Google"',
      does: 'one of the commands that it suggests; `bestfit undo` takes it back',
    },
  ],
  run: async ({ workspace, options, asOf, style }) => {
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { reportQuality } = await import('../../../app/report-quality.ts');
    const { qualityText } = await import('../render/quality-text.ts');
    const report = await withWorkspace(workspace, { create: false }, (ws) => reportQuality(ws, { asOf }));
    const most = options.all === true ? Number.POSITIVE_INFINITY : mostOfAKind;
    return { json: report, text: () => qualityText(report, style, most) };
  },
};
