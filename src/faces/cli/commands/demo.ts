import { join, relative } from 'node:path';
import { choiceOption, countOption, textOption } from '../options.ts';
import type { CommandOutput, CommandSpec, Invocation } from '../types.ts';

/** The command `bestfit demo`. */
export const demoCommand: CommandSpec = {
  name: 'demo',
  summary: 'the whole path on a sample company: files, page, ranked list',
  options: [
    {
      flags: '--serve',
      description: 'open the web app on it at the end, until Ctrl-C (not where CI is set)',
    },
    {
      flags: '--crm <name>',
      description:
        'the loop with a CRM, against a stand-in on this machine: hubspot, salesforce or pipedrive',
    },
    { flags: '--port <n>', description: 'with --serve: port on 127.0.0.1 (default: a free one)' },
  ],
  examples: [
    {
      run: 'bestfit demo',
      does: 'in the folder bestfit-demo, which you can then explore with every command',
    },
    { run: 'bestfit -w elsewhere demo', does: 'in a folder of your choice' },
    {
      run: 'bestfit demo --crm hubspot',
      does: 'connects, syncs, learns, scores, writes back, syncs again; in the folder bestfit-demo-hubspot',
    },
  ],
  run: async (invocation) => {
    const { workspace, options, now, by, style, progress } = invocation;
    const crm = textOption(options, 'crm');
    if (crm !== null) return crmDemo(invocation);
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { runDemo } = await import('../../../app/run-demo.ts');
    const { demoText } = await import('../render/demo-text.ts');
    const folder = options.workspace === '.' ? join(workspace, 'bestfit-demo') : workspace;
    const result = await withWorkspace(folder, { create: true }, (ws) =>
      runDemo(ws, { at: now, by, onProgress: progress }),
    );
    const text = () => demoText(result, { style, folder: shownPath(folder), program: programName() });
    if (!isServing(options)) return { json: result, text };
    return serveAfter(invocation, { folder, asOf: result.asOf, json: result, text });
  },
};

/** The loop with a CRM; its stand-in answers as long as the web app is served. */
async function crmDemo(invocation: Invocation): Promise<CommandOutput> {
  const { workspace, options, now, by, style, progress } = invocation;
  const { withWorkspace } = await import('../../../app/compose.ts');
  const { demoCrms, runCrmDemo } = await import('../../../app/run-crm-demo.ts');
  const { crmDemoText } = await import('../render/crm-demo-text.ts');
  const crm = choiceOption(options, 'crm', demoCrms)!;
  const folder = options.workspace === '.' ? join(workspace, `bestfit-demo-${crm}`) : workspace;
  const { result, close } = await withWorkspace(folder, { create: true }, (ws) =>
    runCrmDemo(ws, crm, { at: now, by, onProgress: progress }),
  );
  const text = () => crmDemoText(result, { style, folder: shownPath(folder), program: programName() });
  if (isServing(options)) return serveAfter(invocation, { folder, asOf: null, json: result, text });
  await close();
  return { json: result, text };
}

function isServing(options: Invocation['options']): boolean {
  return options.serve === true && process.env.CI === undefined;
}

function shownPath(folder: string): string {
  return relative(process.cwd(), folder) || '.';
}

function programName(): string {
  return process.env.npm_lifecycle_event === undefined ? 'bestfit' : 'npx bestfit';
}

interface DemoShown {
  readonly folder: string;
  /** Null: today. */
  readonly asOf: string | null;
  readonly json: object;
  readonly text: () => string;
}

async function serveAfter(
  { options, by, style }: Invocation,
  { folder, asOf, json, text }: DemoShown,
): Promise<CommandOutput> {
  const { startServer } = await import('../start-server.ts');
  const { serveText } = await import('../render/serve-text.ts');
  const port = countOption(options, 'port') ?? 0;
  const serving = await startServer({ path: folder, port, asOf, by, open: true });
  return { json: { ...json, serving }, text: () => `${text()}\n\n${serveText(serving, style)}` };
}
