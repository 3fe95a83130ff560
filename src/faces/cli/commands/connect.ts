import { resolve } from 'node:path';
import { BestfitError } from '../../../base/errors/index.ts';
import { askSecrets, readSecrets } from '../ask-secrets.ts';
import { textOption } from '../options.ts';
import type { CommandOutput, CommandSpec, Invocation } from '../types.ts';
import { connectRemoveCommand } from './connect-remove.ts';
import { connectSetCommand } from './connect-set.ts';
import { connectShowCommand } from './connect-show.ts';

/** The command `bestfit connect`. */
export const connectCommand: CommandSpec = {
  name: 'connect',
  summary: 'connect a CRM, and say what is read, what stages mean and what may be written back',
  arguments: [
    {
      name: '[connector]',
      description: 'hubspot, salesforce, pipedrive or folder; nothing lists connections',
    },
  ],
  options: [
    { flags: '--name <name>', description: 'what to call it (default: hubspot, salesforce, ...)' },
    { flags: '--origin <url>', description: 'where its API is: https://acme.my.salesforce.com' },
    {
      flags: '--secret <name=source>',
      description: 'a secret to keep encrypted: token=@FILE, or token=- for standard input',
      repeat: true,
    },
    {
      flags: '--option <name=value>',
      description: 'a setting of the vendor: plan=professional, seats=3, folder=exports',
      repeat: true,
    },
    {
      flags: '--private-origin',
      description:
        'the origin may be an address of this machine or a private network (a gateway, a stand-in)',
    },
  ],
  examples: [
    {
      run: 'bestfit connect hubspot',
      does: 'asks for the token (or takes it from BESTFIT_HUBSPOT_TOKEN), and says what it may see',
    },
    {
      run: 'bestfit connect pipedrive --secret token=@token.txt --option plan=growth --option seats=4',
      does: 'keeps the token encrypted in the workspace, its key in your home folder',
    },
    { run: 'bestfit sync', does: 'then reads everything, and the next time what changed' },
    {
      run: 'bestfit connect',
      does: 'lists connections: what they hold, when they were synced, what is left of the day',
    },
  ],
  commands: [connectShowCommand, connectSetCommand, connectRemoveCommand],
  run: async (invocation) =>
    typeof invocation.args[0] === 'string' ? connect(invocation, invocation.args[0]) : list(invocation),
};

async function connect(invocation: Invocation, connector: string): Promise<CommandOutput> {
  const { workspace, options, now, style } = invocation;
  const { withWorkspace } = await import('../../../app/compose.ts');
  const { connectSource } = await import('../../../app/sync/index.ts');
  const { connectedText } = await import('../render/connections-text.ts');
  const result = await withWorkspace(workspace, { create: true }, async (ws) => {
    const needs = ws.sources.connectors.find(({ name }) => name === connector)?.needs ?? [];
    const given = await readSecrets(options.secret as readonly string[], needs);
    const secrets = await askSecrets(needs, given);
    const originOf = needs.find(({ name }) => name === 'origin')?.variable;
    const fromEnvironment = originOf === undefined ? null : (process.env[originOf] ?? null);
    return connectSource(ws, {
      connector,
      name: textOption(options, 'name'),
      origin: textOption(options, 'origin') ?? fromEnvironment,
      privateOrigin: options.privateOrigin === true,
      options: pairsOption(options.option as readonly string[]),
      secrets,
      at: now,
    });
  });
  return { json: result, text: () => connectedText(result, style) };
}

async function list({ workspace, style }: Invocation): Promise<CommandOutput> {
  const { withWorkspace } = await import('../../../app/compose.ts');
  const { listKnown, summarize } = await import('../../../app/sync/index.ts');
  const { connectionsText } = await import('../render/connections-text.ts');
  const connections = await withWorkspace(workspace, { create: true }, async (ws) => {
    const known = await listKnown(ws);
    return Promise.all(known.map((each) => summarize(ws, each)));
  });
  return { json: { kind: 'connections', connections }, text: () => connectionsText(connections, style) };
}

/** A folder is found again from wherever a later command is run. */
function pathOf(name: string, value: string): readonly [string, string] {
  return [name, name === 'folder' && value !== '' ? resolve(value) : value];
}

/** `NAME=VALUE` pairs. */
function pairsOption(given: readonly string[]): Readonly<Record<string, string>> {
  const pairs = given.map((text) => {
    const at = text.indexOf('=');
    if (at > 0) return pathOf(text.slice(0, at).trim(), text.slice(at + 1).trim());
    const expected = 'NAME=VALUE, such as plan=growth';
    throw new BestfitError('usage.bad-option', { option: '--option', value: text, expected });
  });
  return Object.fromEntries(pairs);
}
