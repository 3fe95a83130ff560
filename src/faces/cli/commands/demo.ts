import { join, relative } from 'node:path';
import { countOption } from '../options.ts';
import type { CommandSpec } from '../types.ts';

/** The command `bestfit demo`. */
export const demoCommand: CommandSpec = {
  name: 'demo',
  summary: 'the whole path on a sample company: files, page, ranked list',
  options: [
    {
      flags: '--serve',
      description: 'open the web app on it at the end, until Ctrl-C (not where CI is set)',
    },
    { flags: '--port <n>', description: 'with --serve: port on 127.0.0.1 (default: a free one)' },
  ],
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
    const text = () => demoText(result, { style, folder: shownPath, program });
    if (options.serve !== true || process.env.CI !== undefined) return { json: result, text };
    const { startServer } = await import('../start-server.ts');
    const { serveText } = await import('../render/serve-text.ts');
    const serving = await startServer({
      path: folder,
      port: countOption(options, 'port') ?? 0,
      asOf: result.asOf,
      by,
      open: true,
    });
    return { json: { ...result, serving }, text: () => `${text()}\n\n${serveText(serving, style)}` };
  },
};
