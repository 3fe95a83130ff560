import { join, relative } from 'node:path';
import type { CommandSpec } from '../types.ts';

/** The command `bestfit demo`. */
export const demoCommand: CommandSpec = {
  name: 'demo',
  summary: 'the whole path on a sample company: files, page, ranked list',
  examples: [
    {
      run: 'bestfit demo',
      does: 'in the folder bestfit-demo, which you can then explore with every command',
    },
    { run: 'bestfit -w elsewhere demo', does: 'in a folder of your choice' },
  ],
  run: async ({ workspace, options, now, by, style, progress }) => {
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { runDemo } = await import('../../../app/run-demo.ts');
    const { demoText } = await import('../render/demo-text.ts');
    const folder = options.workspace === '.' ? join(workspace, 'bestfit-demo') : workspace;
    const result = await withWorkspace(folder, { create: true }, (ws) =>
      runDemo(ws, { at: now, by, onProgress: progress }),
    );
    const program = process.env.npm_lifecycle_event === undefined ? 'bestfit' : 'npx bestfit';
    const shownPath = relative(process.cwd(), folder) || '.';
    return { json: result, text: () => demoText(result, { style, folder: shownPath, program }) };
  },
};
