import { BestfitError } from '../../../base/errors/index.ts';
import { stopInOrder } from '../stop-in-order.ts';
import type { CommandOutput, CommandSpec, Invocation } from '../types.ts';

/** The command `bestfit sync`. */
export const syncCommand: CommandSpec = {
  name: 'sync',
  summary: 'read what changed in a CRM, and write the scores back',
  arguments: [{ name: '[name]', description: 'which connection (default: the only one)' }],
  options: [
    { flags: '--full', description: 'read everything again, not only what changed' },
    {
      flags: '--write',
      description: 'also score and write back what was chosen (`bestfit connect set --write`)',
    },
    { flags: '--write-only', description: 'write back without reading first' },
    { flags: '--dry-run', description: 'show what would be written back; read and write nothing' },
    {
      flags: '--map <column=field>',
      description: 'where a column goes: FIELD, TABLE.FIELD, or - to leave it out; kept',
      repeat: true,
    },
  ],
  examples: [
    {
      run: 'bestfit sync',
      does: 'everything the first time, then what changed; goes on where it was cut off',
    },
    {
      run: 'bestfit sync --dry-run',
      does: 'which values would change in the CRM, and what that costs of the day',
    },
    { run: 'bestfit sync --write', does: 'reads, scores, writes what differs, best accounts first' },
  ],
  run: async (invocation) => {
    const { options } = invocation;
    if (options.dryRun === true) return writeBack(invocation, true);
    if (options.writeOnly === true) return writeBack(invocation, false);
    const read = await sync(invocation);
    if (options.write !== true) return read;
    const written = await writeBack(invocation, false);
    return {
      json: { kind: 'sync-and-write', sync: read.json, written: written.json },
      text: () => `${read.text()}\n\n${written.text()}`,
    };
  },
};

async function sync({ workspace, args, options, now, style, progress }: Invocation): Promise<CommandOutput> {
  const { withWorkspace } = await import('../../../app/compose.ts');
  const { syncConnection } = await import('../../../app/sync/index.ts');
  const { syncText } = await import('../render/sync-text.ts');
  const request = {
    connection: typeof args[0] === 'string' ? args[0] : null,
    full: options.full === true,
    maps: (options.map as readonly string[]).map(mapOf),
    at: now,
    onProgress: progress,
  };
  const result = await stopInOrder((signal) =>
    withWorkspace(workspace, { create: false, signal }, (ws) => syncConnection(ws, request)),
  );
  return { json: result, text: () => syncText(result, style) };
}

async function writeBack(
  { workspace, args, asOf, now, style, progress }: Invocation,
  dryRun: boolean,
): Promise<CommandOutput> {
  const { withWorkspace } = await import('../../../app/compose.ts');
  const { writeBack: write } = await import('../../../app/sync/index.ts');
  const { writeBackText } = await import('../render/write-back-text.ts');
  const connection = typeof args[0] === 'string' ? args[0] : null;
  const request = { connection, asOf, at: now, dryRun, onProgress: progress };
  const result = await stopInOrder((signal) =>
    withWorkspace(workspace, { create: false, signal }, (ws) => write(ws, request)),
  );
  return { json: result, text: () => writeBackText(result, style) };
}

function mapOf(text: string): { readonly column: string; readonly field: string } {
  const at = text.lastIndexOf('=');
  if (at > 0 && at < text.length - 1) return { column: text.slice(0, at), field: text.slice(at + 1).trim() };
  throw new BestfitError('usage.bad-option', { option: '--map', value: text, expected: 'COLUMN=FIELD' });
}
