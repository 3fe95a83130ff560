import { choiceOption, countOption, sharedOptions, textOption } from '../options.ts';
import type { CommandSpec } from '../types.ts';
import { writePage } from '../write-page.ts';

const formats = ['text', 'md', 'html', 'yaml'] as const;

/** The command `bestfit profile show`. */
export const profileShowCommand: CommandSpec = {
  name: 'show',
  summary: 'the one page everyone shares',
  options: [
    { flags: '--format <format>', description: 'text, md, html (prints on one A4) or yaml', default: 'text' },
    { flags: '--to <file>', description: 'write it to a file' },
    sharedOptions.profile,
    sharedOptions.version,
  ],
  examples: [
    { run: 'bestfit profile show', does: 'in the terminal' },
    { run: 'bestfit profile show --format html --to page.html', does: 'one A4 page to print or to send' },
    {
      run: 'bestfit profile show --format yaml > page.yaml',
      does: 'to edit, then `bestfit profile apply page.yaml`',
    },
  ],
  run: async ({ workspace, options, asOf, style }) => {
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { showProfile } = await import('../../../app/show-profile.ts');
    const { renderHtml, renderMarkdown, renderText } = await import('../../page/index.ts');
    const request = {
      profile: textOption(options, 'profile'),
      version: countOption(options, 'versionOf', 1),
      asOf,
    };
    const shown = await withWorkspace(workspace, { create: false }, (ws) => showProfile(ws, request));
    const render = {
      text: () => renderText(shown.page, style),
      md: () => renderMarkdown(shown.page),
      html: () => renderHtml(shown.page),
      yaml: () => shown.yaml,
    };
    const format = choiceOption(options, 'format', formats) ?? 'text';
    const to = textOption(options, 'to');
    if (to === null) return { json: shown, text: render[format] };
    await writePage(to, render[format]());
    return { json: { ...shown, file: to }, text: () => `Written to ${to}.` };
  },
};
