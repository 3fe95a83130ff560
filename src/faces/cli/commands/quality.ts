import { choiceOption, textOption } from '../options.ts';
import type { CommandSpec } from '../types.ts';
import { writePage } from '../write-page.ts';

const mostOfAKind = 5;
const formats = ['text', 'html'] as const;

/** The command `bestfit quality`. */
export const qualityCommand: CommandSpec = {
  name: 'quality',
  summary: 'the state of your data: coverage, what to mend, and the command that mends it',
  options: [
    { flags: '--all', description: 'show every finding, not the first five of each kind' },
    {
      flags: '--format <format>',
      description: 'text, or html: one page to read, mail or print',
      default: 'text',
    },
    { flags: '--to <file>', description: 'write it to a file' },
  ],
  examples: [
    { run: 'bestfit quality', does: 'every field with its coverage, then what to look at' },
    { run: 'bestfit quality --json', does: 'the same for a program' },
    {
      run: 'bestfit quality --format html --to quality.html',
      does: 'the same with bars and tables, to mail',
    },
    {
      run: 'bestfit field industry --merge "Googl=Google"',
      does: 'one of the commands that it suggests; `bestfit undo` takes it back',
    },
  ],
  run: async ({ workspace, options, asOf, style }) => {
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { reportQuality } = await import('../../../app/report-quality.ts');
    const { qualityText } = await import('../render/quality-text.ts');
    const { renderQualityHtml } = await import('../../quality-page/index.ts');
    const report = await withWorkspace(workspace, { create: false }, (ws) => reportQuality(ws, { asOf }));
    const most = options.all === true ? Number.POSITIVE_INFINITY : mostOfAKind;
    const render = { text: () => qualityText(report, style, most), html: () => renderQualityHtml(report) };
    const format = choiceOption(options, 'format', formats) ?? 'text';
    const to = textOption(options, 'to');
    if (to === null) return { json: report, text: render[format] };
    await writePage(to, render[format]());
    return { json: { ...report, file: to }, text: () => `Written to ${to}.` };
  },
};
