import type { ChangeConnection, StageOutcome } from '../../../app/sync/index.ts';
import { BestfitError } from '../../../base/errors/index.ts';
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
  ],
  run: async (invocation) => {
    const { workspace, args, style } = invocation;
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { changeConnection, summarize } = await import('../../../app/sync/index.ts');
    const { connectionsText } = await import('../render/connections-text.ts');
    const change = {
      connection: typeof args[0] === 'string' ? args[0] : null,
      ...(await changeOf(invocation)),
    };
    const changed = await withWorkspace(workspace, { create: false }, async (ws) =>
      summarize(ws, await changeConnection(ws, change)),
    );
    return {
      json: { kind: 'connection-set', connection: changed },
      text: () => connectionsText([changed], style),
    };
  },
};

async function changeOf({ options }: Invocation) {
  const write = textOption(options, 'write');
  return {
    streams: listOf(textOption(options, 'streams')),
    addFields: byStream('--read', options.read as readonly string[]),
    leaveFields: byStream('--leave', options.leave as readonly string[]),
    outcomes: Object.fromEntries((options.stage as readonly string[]).map(outcomeOf)),
    write: write === 'none' ? [] : listOf(write),
    budgetShare: shareOption(options, 'budget'),
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
  const means = choiceOption({ stage: text.slice(at + 1).trim() }, 'stage', outcomes)!;
  return [text.slice(0, at).trim(), means === 'ask' ? null : means];
}

function byStream(option: string, given: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, string[]> = {};
  for (const text of given) {
    const [stream, field] = pairOf(option, text, '.');
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
