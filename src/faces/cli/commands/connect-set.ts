import type { ChangeConnection, KnownConnection, StageOutcome } from '../../../app/sync/index.ts';
import type { Workspace } from '../../../app/workspace.ts';
import { BestfitError } from '../../../base/errors/index.ts';
import { readSecrets } from '../ask-secrets.ts';
import { choiceOption, countOption, shareOption, textOption } from '../options.ts';
import type { CommandSpec, Invocation } from '../types.ts';

const outcomes = ['won', 'lost', 'open', 'ask'] as const;

/** The command `bestfit connect set`. */
export const connectSetCommand: CommandSpec = {
  name: 'set',
  summary: 'what stages mean, which fields are read, what may be written, how often',
  arguments: [{ name: '[name]', description: 'which connection (default: the only one)' }],
  options: [
    {
      flags: '--stage <stage=outcome>',
      description: 'what a stage means: won, lost, open; ask takes what the CRM says',
      repeat: true,
    },
    {
      flags: '--read <stream.field>',
      description: 'a field to read too: companies.renewal_date',
      repeat: true,
    },
    { flags: '--leave <stream.field>', description: 'a field to read no more', repeat: true },
    { flags: '--streams <names>', description: 'what is read: companies,deals,contacts' },
    {
      flags: '--write <fields>',
      description:
        'what may be written back: fit,tier,timing,play,why_now,reasons,profile,scored_on; none for nothing',
    },
    { flags: '--budget <share>', description: "share of the day's requests or tokens to use: 80%" },
    {
      flags: '--schedule <cron>',
      description: 'when `bestfit serve` syncs: five fields such as "0 6 * * 1-5"; off',
    },
    { flags: '--schedule-write', description: 'a scheduled sync also writes back' },
    { flags: '--time-zone <zone>', description: 'of the schedule: Europe/Madrid (default: of this machine)' },
    {
      flags: '--full-every <days>',
      description: 'read everything so often, where only that tells what was deleted',
    },
    { flags: '--option <name=value>', description: 'a setting of the vendor: plan=growth', repeat: true },
    {
      flags: '--secret <name=source>',
      description: 'new secrets in place of all that are kept: token=@FILE, or token=- for standard input',
      repeat: true,
    },
  ],
  examples: [
    {
      run: 'bestfit connect set --stage "Contract sent=open" --stage "Churned=lost"',
      does: 'kept; the next sync applies it',
    },
    {
      run: 'bestfit connect set hubspot --read companies.renewal_date',
      does: 'one more field from the next sync on',
    },
    { run: 'bestfit connect set --write fit,tier,play,reasons', does: 'only these are ever written' },
    {
      run: 'bestfit connect set --schedule "0 6 * * *" --schedule-write',
      does: 'each morning at six, while `bestfit serve` runs',
    },
    {
      run: 'bestfit connect set hubspot --secret token=@token.txt',
      does: 'a new token, asked for at once; a wrong one changes nothing',
    },
  ],
  run: async (invocation) => {
    const { workspace, args, style } = invocation;
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { changeConnection, findConnection, summarize } = await import('../../../app/sync/index.ts');
    const { connectionsText } = await import('../render/connections-text.ts');
    const changed = await withWorkspace(workspace, { create: false }, async (ws) => {
      const known = await findConnection(ws, typeof args[0] === 'string' ? args[0] : null);
      const change = { connection: known.name, ...changeOf(invocation, streamsOf(known)) };
      await renew(ws, known, invocation);
      return summarize(ws, await changeConnection(ws, change));
    });
    return {
      json: { kind: 'connection-set', connection: changed },
      text: () => connectionsText([changed], style),
    };
  },
};

/** New secrets come first: what is looked up for the other changes is asked with them. */
async function renew(
  ws: Workspace,
  { name, connector }: KnownConnection,
  { options }: Invocation,
): Promise<void> {
  const given = options.secret as readonly string[];
  if (given.length === 0) return;
  const { renewSecrets } = await import('../../../app/sync/index.ts');
  await renewSecrets(ws, { connection: name, secrets: await readSecrets(given, connector.needs) });
}

/** Streams that a field may be named with; those of a folder have dots in their names. */
function streamsOf({ connector, account }: KnownConnection): readonly string[] {
  return [...connector.streams, ...account.streams.map(({ stream }) => stream)];
}

function changeOf({ options }: Invocation, streams: readonly string[]) {
  const write = textOption(options, 'write');
  return {
    streams: listOf(textOption(options, 'streams')),
    addFields: byStream(options.read as readonly string[], { option: '--read', streams }),
    leaveFields: byStream(options.leave as readonly string[], { option: '--leave', streams }),
    outcomes: Object.fromEntries((options.stage as readonly string[]).map(outcomeOf)),
    write: write === 'none' ? [] : listOf(write),
    budgetShare: shareOption(options, 'budget', { whole: true }),
    schedule: scheduleOf(options),
    fullReadDays: countOption(options, 'fullEvery', 1),
    options: Object.fromEntries(
      (options.option as readonly string[]).map((text) => pairOf('--option', text, '=')),
    ),
  };
}

function listOf(text: string | null): readonly string[] | null {
  return text === null
    ? null
    : text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '');
}

function outcomeOf(text: string): readonly [string, StageOutcome | null] {
  const at = text.lastIndexOf('=');
  if (at < 1) {
    const expected = 'STAGE=OUTCOME, such as "Contract sent=open"';
    throw new BestfitError('usage.bad-option', { option: '--stage', value: text, expected });
  }
  const means = choiceOption({ stage: text.slice(at + 1).trim() }, 'stage', outcomes)!;
  return [text.slice(0, at).trim(), means === 'ask' ? null : means];
}

function byStream(
  given: readonly string[],
  { option, streams }: { readonly option: string; readonly streams: readonly string[] },
): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, string[]> = {};
  for (const text of given) {
    const known = streams.find((each) => text.startsWith(`${each}.`) && text.length > each.length + 1);
    const pair =
      known === undefined ? pairOf(option, text, '.') : [known, text.slice(known.length + 1).trim()];
    const [stream = '', field = ''] = pair;
    found[stream] = [...(found[stream] ?? []), field];
  }
  return found;
}

function pairOf(option: string, text: string, sign: string): readonly [string, string] {
  const at = text.indexOf(sign);
  if (at > 0 && at < text.length - 1) return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  const expected = sign === '.' ? 'STREAM.FIELD, such as companies.renewal_date' : 'NAME=VALUE';
  throw new BestfitError('usage.bad-option', { option, value: text, expected });
}

function scheduleOf(options: Invocation['options']): ChangeConnection['schedule'] {
  const cron = textOption(options, 'schedule');
  if (cron === null || cron === 'off') return cron;
  return { cron, timeZone: textOption(options, 'timeZone'), write: options.scheduleWrite === true };
}
