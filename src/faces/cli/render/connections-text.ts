import type { ConnectionSummary, ConnectResult } from '../../../app/sync/index.ts';
import { countWords, plural } from '../../words/index.ts';
import type { TextStyle } from '../types.ts';
import { usageWords } from './usage-words.ts';
import { wrapText } from './wrap-text.ts';

/** What connecting found: the account, what may be seen and written, what to do next. */
export function connectedText(result: ConnectResult, { width }: TextStyle): string {
  const { name, account } = result;
  const streams = account.streams.map(({ stream, readable, writable, missing, records }) => {
    const holds = records === null ? '' : ` (${countWords(records)})`;
    const may = readable ? (writable ? 'read and written' : 'read') : 'not read';
    return `  ${stream}${holds}: ${may}${missing === null ? '' : `; missing: ${missing}`}`;
  });
  return [
    `Connected \`${name}\`: ${account.account}.`,
    ...streams,
    ...[...unreadLines(result), ...secretLines(result), nextLine(result)].map((line) =>
      wrapText(line, width),
    ),
  ].join('\n');
}

function unreadLines({ name, account }: ConnectResult): readonly string[] {
  if (account.streams.every(({ readable }) => readable)) return [];
  const all = account.streams.map(({ stream }) => stream).join(',');
  return [
    `What is not read is left out. Once the token may: \`bestfit connect set ${name} --streams "${all}"\`.`,
  ];
}

function secretLines({ secrets }: ConnectResult): readonly string[] {
  if (secrets === 'none') return [];
  return [
    secrets === 'kept'
      ? 'The secrets are kept encrypted in this workspace; their key is in your home folder, and in no backup.'
      : 'The secrets stay in the environment; each command needs them there.',
  ];
}

function nextLine({ name, account }: ConnectResult): string {
  const isWritable = account.streams.some(({ writable }) => writable);
  const never = isWritable
    ? 'nothing is ever written until you choose what'
    : 'nothing is ever written there';
  return `Next: \`bestfit sync ${name}\` reads everything; ${never}.`;
}

/** Connections, one paragraph each. */
export function connectionsText(connections: readonly ConnectionSummary[], style: TextStyle): string {
  if (connections.length === 0)
    return 'No connection yet: `bestfit connect hubspot`, `salesforce`, `pipedrive`, or `folder` for a folder of exports.';
  return connections.map((each) => paragraph(each, style)).join('\n\n');
}

function paragraph(connection: ConnectionSummary, { width }: TextStyle): string {
  const { name, label, account, streams, runs, usage, choices } = connection;
  const holds = streams.map(({ stream, records }) => `${countWords(records)} ${stream}`).join(', ');
  const last = runs.find(({ kind, state }) => kind === 'read' && state === 'done');
  const lines = [
    account.account.startsWith(label)
      ? `${name}: ${account.account}`
      : `${name}: ${label}, ${account.account}`,
    last === undefined
      ? `  ${runs.length > 0 ? 'The first sync has not come to its end' : 'Not synced yet'}: \`bestfit sync ${name}\`.`
      : `  ${holds}; last synced ${moment(last.startedAt)} UTC`,
    ...(usage === null || (usage.limit === null && usage.used === 0)
      ? []
      : [`  ${usageWords(usage, choices.budgetShare)}`]),
    `  Written back: ${choices.write.length === 0 ? 'nothing was chosen' : choices.write.join(', ')}`,
    `  Schedule: ${choices.schedule === null ? 'none' : scheduleWords(choices.schedule)}`,
  ];
  return lines.map((line) => wrapText(line, width, '    ')).join('\n');
}

function scheduleWords({
  cron,
  timeZone,
  write,
}: NonNullable<ConnectionSummary['choices']['schedule']>): string {
  const zone = timeZone === null ? '' : ` (${timeZone})`;
  return `${cron}${zone}${write ? ', writes back too' : ''}, while \`bestfit serve\` runs`;
}

function moment(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}

/** A run of the history in one line. */
export function runLine({
  kind,
  state,
  startedAt,
  error,
  result,
}: ConnectionSummary['runs'][number]): string {
  const what = kind === 'read' ? 'read' : 'written back';
  const why = error === null ? '' : `: ${error.message}`;
  return `${moment(startedAt)} UTC  ${what}, ${state}${countsOf(result)}${why}`;
}

function countsOf(result: unknown): string {
  const { streams, written } = (result ?? {}) as {
    readonly streams?: readonly {
      readonly added: number;
      readonly changed: number;
      readonly merged: number;
      readonly deleted: number;
    }[];
    readonly written?: number;
  };
  if (written !== undefined) return `, ${plural(written, 'record')}`;
  if (streams === undefined || streams.length === 0) return '';
  const sum = (of: 'added' | 'changed' | 'merged' | 'deleted') =>
    streams.reduce((total, each) => total + each[of], 0);
  return `, ${sum('added')} added, ${sum('changed')} changed, ${sum('merged')} merged, ${sum('deleted')} deleted`;
}
