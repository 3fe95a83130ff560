import type { SourceState, TableName } from '../stages/dataset/index.ts';
import { type CurrentData, currentData } from './current-data.ts';
import { absencesOf } from './import/index.ts';
import {
  accountFindings,
  type Finding,
  fieldFindings,
  fieldQuality,
  inOrder,
  outcomeFindings,
  type QualityReport,
  readSetAside,
  type SourceQuality,
  sourceFindings,
  type TableQuality,
} from './quality/index.ts';
import type { Workspace } from './workspace.ts';

export type * from './quality/index.ts';

/**
 * The state of the data, before anything is concluded from it: how well each field is known, and what a person
 * should look at, each with the command that mends it.
 */
export async function reportQuality(
  workspace: Workspace,
  { asOf }: { readonly asOf: string },
): Promise<QualityReport> {
  const data = await currentData(workspace);
  const quarantine = await readSetAside(workspace, data);
  const findings: Finding[] = [
    ...sourceFindings(data, quarantine),
    ...(await accountFindings(workspace, data)),
    ...(await outcomeFindings(workspace, data, { asOf })),
  ];
  for (const field of data.fields) findings.push(...(await fieldFindings(workspace, data, { field, asOf })));
  return {
    kind: 'quality',
    snapshot: data.snapshot,
    asOf,
    sources: data.commit.sources.map(sourceQuality),
    absences: absencesOf(data.commit.sources),
    quarantine,
    tables: tablesOf(data),
    findings: inOrder(findings),
  };
}

function sourceQuality({ name, mapping, importedAt, observedOn, ...counts }: SourceState): SourceQuality {
  const { rows, duplicates, joins, dated } = counts;
  const found = dated?.found ?? null;
  return { name, as: mapping.as, importedAt, observedOn, rows, duplicates, joins, found };
}

function tablesOf({ commit, fields }: CurrentData): readonly TableQuality[] {
  return Object.entries(commit.snapshot.tables).map(([table, { rows }]) => ({
    table: table as TableName,
    rows,
    fields: fields.filter((field) => field.table === table).map(fieldQuality),
  }));
}
