import type { NewCommit } from '../edges/store/index.ts';
import {
  type Field,
  type Snapshot,
  type SourceState,
  type TableName,
  writeAbsence,
} from '../stages/dataset/index.ts';
import { type CurrentData, currentData } from './current-data.ts';
import {
  checkDecision,
  checkShared,
  countMerged,
  decideSource,
  type FieldDecision,
  hasRules,
  heldField,
  keepsDecision,
  type MergedSpelling,
  rewriteSource,
  shareAccounts,
  trustSources,
} from './fields/index.ts';
import { type FieldName, findField } from './find-field.ts';
import {
  absencesOf,
  describeFields,
  mergeSources,
  Scratch,
  type SourceAbsence,
  snapshotOf,
  withAbsence,
  withReports,
} from './import/index.ts';
import { type FieldQuality, fieldQuality } from './quality/index.ts';
import type { Workspace } from './workspace.ts';

export type { FieldDecision, Spelling } from './fields/index.ts';

/** The field that is meant and what was decided about it. */
export interface FieldRequest extends FieldName, FieldDecision {
  /** The moment of the change, ISO 8601. */
  readonly at: string;
}

/** What a decision about one field changed. */
export interface FieldChange {
  readonly kind: 'field-change';
  readonly table: TableName;
  readonly field: FieldQuality;
  /** Values rewritten, with their rows. */
  readonly merged: readonly MergedSpelling[];
  /** Values that were known and are unknown now. */
  readonly emptied: number;
  /** Accounts that are one with another since; below zero where they are apart again. */
  readonly joined: number;
  /** Null when everything was so already. */
  readonly commit: number | null;
  readonly snapshot: string;
  /** What sources list without a deal, when that was decided; else empty. */
  readonly absences: readonly SourceAbsence[];
  /** What importing the same files again will not keep. */
  readonly notes: readonly string[];
}

/**
 * Records what a person decides about one field, as a commit that `undo` takes back: when it becomes known, its layer
 * or label, the currency of its sums, which spellings are one value, or which numbers and
 * dates cannot be right. Decisions stand in the sources, so that
 * later imports of other files, and of the same file, work with them.
 *
 * @example
 * await setField(workspace, { table: null, field: 'industry', known: 'before', at });
 */
export async function setField(workspace: Workspace, request: FieldRequest): Promise<FieldChange> {
  const data = await currentData(workspace);
  const field = findField(data, request);
  checkDecision(field, request);
  await checkShared(workspace, data, { field, decision: request });
  const merged = await countMerged(workspace, data, { field, merge: request.merge ?? [] });
  const scratch = new Scratch(workspace);
  try {
    const sources = await decidedSources(scratch, data, { field, request });
    const next = await nextState(scratch, data, { field, request, sources });
    const fields = next?.snapshot.fields ?? data.fields;
    const commit = next === null ? null : await workspace.store.commit(next);
    const joined = accountsOf(data.commit.snapshot) - accountsOf(next?.snapshot ?? data.commit.snapshot);
    const now = fields.find((each) => each.table === field.table && each.name === field.name) ?? field;
    return {
      kind: 'field-change',
      table: field.table,
      field: fieldQuality(now),
      merged,
      emptied: joined === 0 ? Math.max(0, field.coverage.known - now.coverage.known) : 0,
      joined,
      commit: commit?.id ?? null,
      snapshot: commit?.snapshot.id ?? data.snapshot,
      absences: request.absent === undefined ? [] : absencesOf(next?.sources ?? data.commit.sources),
      notes: commit === null ? [] : [...givenNotes(field, request), ...keptNotes(request, sources, field)],
    };
  } finally {
    await scratch.dispose();
  }
}

function accountsOf({ tables }: Snapshot): number {
  return tables.accounts?.rows ?? 0;
}

interface Change {
  readonly field: Field;
  readonly request: FieldRequest;
}

async function decidedSources(
  scratch: Scratch,
  { commit }: CurrentData,
  { field, request }: Change,
): Promise<readonly SourceState[]> {
  const sources: SourceState[] = [];
  for (const source of commit.sources) {
    const decided = decideSource(source, field, request);
    sources.push(await rewriteSource(scratch, decided, { field, decision: request }));
  }
  const { absent, from } = request;
  const shared = shareAccounts(sources, field, request);
  const trusted = from === undefined ? shared : trustSources(shared, field, from);
  return absent === undefined ? trusted : withAbsence(request, trusted);
}

async function nextState(
  scratch: Scratch,
  data: CurrentData,
  { field, request, sources }: Change & { readonly sources: readonly SourceState[] },
): Promise<NewCommit | null> {
  const { commit } = data;
  if (JSON.stringify(sources) === JSON.stringify(commit.sources)) return null;
  const { id: parent, quarantine } = commit;
  const what = `field ${field.table}.${field.name} ${wordsOf(request).join(', ')}`;
  const common = { parent, what, at: request.at, quarantine };
  const looked = sources.some((source) => source.lookup !== null && heldField(source, field) !== null);
  const { merge, currency, absent, signals, from, one, apart } = request;
  const said = [merge, currency, absent, signals, from, one, apart];
  const values = said.some((each) => each !== undefined) || hasRules(request);
  if (values || looked) return { ...common, ...(await rebuild(scratch, data, { sources, at: request.at })) };
  const fields = data.fields.map((each) => (each === field ? decideField(field, request) : each));
  return { ...common, sources, snapshot: snapshotOf(commit.snapshot.tables, fields) };
}

/** All tables anew: other values join, count and merge differently. */
async function rebuild(
  scratch: Scratch,
  { commit }: CurrentData,
  { sources: decided, at }: { readonly sources: readonly SourceState[]; readonly at: string },
): Promise<Pick<NewCommit, 'snapshot' | 'sources'>> {
  const merged = await mergeSources(scratch, decided);
  const fields = await describeFields(scratch, merged, { on: at.slice(0, 10), before: commit.snapshot });
  const sources = withReports(decided, merged);
  return { snapshot: snapshotOf(merged.tables, fields), sources };
}

function decideField(field: Field, { known, layer, label }: FieldDecision): Field {
  return {
    ...field,
    ...(known === undefined ? {} : { known, knownBy: 'user' as const }),
    ...(layer === undefined ? {} : { layer }),
    ...(label === undefined ? {} : { label }),
  };
}

function wordsOf(decision: FieldDecision): readonly string[] {
  const { known, layer, label, currency, merge = [], absent = [], signals, from } = decision;
  const { between, unknown = [], times, source, one = [], apart = [] } = decision;
  return [
    ...(known === undefined ? [] : [`known ${known} the sale`]),
    ...(layer === undefined ? [] : [`layer ${layer}`]),
    ...(label === undefined ? [] : [`label ${label}`]),
    ...(currency === undefined ? [] : [`in ${currency}`]),
    ...absent.map(({ file, value }) => `${file ?? 'a lead'} without a deal is ${writeAbsence(value)}`),
    ...(signals === undefined ? [] : [`signals ${signals ? 'on' : 'off'}`]),
    ...merge.map(({ from, to }) => (to === '' ? `${from} is unknown` : `${from} is ${to}`)),
    ...(between === undefined ? [] : [`between ${between.low ?? 'any'} and ${between.high ?? 'any'}`]),
    ...unknown.map((value) => `${value} is unknown`),
    ...(times === undefined ? [] : [`times ${times}`]),
    ...(source === undefined ? [] : [`in ${source}`]),
    ...(from === undefined ? [] : [`from ${from.join(', ')}`]),
    ...one.map((value) => `${value} is one account`),
    ...apart.map((value) => `${value} stays apart`),
  ];
}

/** What absence means, whom to trust, what is a signal and which accounts are one stand in the source itself and stay with it. */
function isKept(request: FieldRequest): boolean {
  const about = ['table', 'field', 'at', 'absent', 'from', 'signals', 'one', 'apart'];
  return Object.keys(request).every((name) => about.includes(name));
}

/** Files are mended as they are: before their sums are converted. */
function givenNotes(field: Field, request: FieldRequest): readonly string[] {
  if (field.converted === undefined || !hasRules(request)) return [];
  return [
    `This holds for the sums as the files give them, before they are converted into ${field.converted}.`,
  ];
}

/** A field that no column of a file fills by itself, such as a made-up id, is made anew with each import. */
function keptNotes(request: FieldRequest, sources: readonly SourceState[], field: Field): readonly string[] {
  if (isKept(request)) return [];
  const names = sources.filter((source) => !keepsDecision(source, field)).map(({ name }) => `\`${name}\``);
  return names.length === 0 ? [] : [`Importing ${names.join(', ')} again brings back what it was before.`];
}
