import { countOption, dateOption } from '../options.ts';
import type { CommandSpec } from '../types.ts';

/** Where the web app is served unless another port is asked for. */
const usualPort = 4848;

/** The command `bestfit serve`. */
export const serveCommand: CommandSpec = {
  name: 'serve',
  summary: 'the web app, and the API behind it, for this machine alone',
  options: [
    { flags: '--port <n>', description: `port on 127.0.0.1; 0 takes a free one (default ${usualPort})` },
    { flags: '--open', description: 'open the link in your browser' },
  ],
  examples: [
    { run: 'bestfit serve', does: 'prints a link; each link lets one browser in, once' },
    { run: 'bestfit -w acme serve --open', does: 'opens your browser with the workspace acme' },
    {
      run: 'BESTFIT_API_TOKEN=... bestfit serve --port 0 --json',
      does: 'for a program: one document with the address, then it serves until it is stopped',
    },
  ],
  run: async ({ workspace, options, by, style }) => {
    const { startServer } = await import('../start-server.ts');
    const { serveText } = await import('../render/serve-text.ts');
    const served = await startServer({
      path: workspace,
      port: countOption(options, 'port') ?? usualPort,
      asOf: dateOption(options, 'asOf'),
      by,
      open: options.open === true,
    });
    return { json: served, text: () => serveText(served, style) };
  },
};
