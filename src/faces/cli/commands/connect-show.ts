import type { ConnectionSummary, ShownConnection } from '../../../app/sync/index.ts';
import type { Workspace } from '../../../app/workspace.ts';
import { BestfitError } from '../../../base/errors/index.ts';
import type { CommandOutput, CommandSpec, Invocation } from '../types.ts';

/** The command `bestfit connect show`. */
export const connectShowCommand: CommandSpec = {
  name: 'show',
  summary: 'one connection: budget, history of syncs, stages and where deals drop out, fields',
  arguments: [{ name: '[name]', description: 'which connection (default: the only one)' }],
  options: [{ flags: '--fields', description: 'list every field, and which are read' }],
  examples: [
    { run: 'bestfit connect show', does: 'what stages mean, and how many deals came past each' },
    { run: 'bestfit connect show hubspot --fields', does: 'every field, to choose more with `connect set`' },
  ],
  run: async (invocation) => {
    const { withWorkspace } = await import('../../../app/compose.ts');
    const name = typeof invocation.args[0] === 'string' ? invocation.args[0] : null;
    return withWorkspace(invocation.workspace, { create: false }, (ws) => show(ws, name, invocation));
  },
};

/** When the source cannot be asked now, what is known without it is shown, and why it is no more. */
async function show(ws: Workspace, name: string | null, invocation: Invocation): Promise<CommandOutput> {
  const { findConnection, showConnection, summarize } = await import('../../../app/sync/index.ts');
  const known = await findConnection(ws, name);
  try {
    return shownOutput(await showConnection(ws, known.name), invocation);
  } catch (error) {
    if (!(error instanceof BestfitError) || !error.code.startsWith('connection.')) throw error;
    return summaryOutput(await summarize(ws, known), error, invocation);
  }
}

async function shownOutput(shown: ShownConnection, { style, options }: Invocation): Promise<CommandOutput> {
  const { connectionText } = await import('../render/connection-text.ts');
  const fields = options.fields === true;
  return { json: shown, text: () => connectionText(shown, { ...style, fields }) };
}

async function summaryOutput(
  summary: ConnectionSummary,
  { code, params, message, remedy }: BestfitError,
  { style }: Invocation,
): Promise<CommandOutput> {
  const { unaskedText } = await import('../render/connection-text.ts');
  const problem = { code, params, message, remedy };
  return {
    json: { kind: 'connection-unasked', ...summary, problem },
    text: () => unaskedText(summary, problem, style),
    exit: 3,
  };
}
