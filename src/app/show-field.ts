import type { TableName } from '../stages/dataset/index.ts';
import { currentData } from './current-data.ts';
import { type FieldName, findField } from './find-field.ts';
import { type FieldQuality, type Finding, fieldFindings, fieldQuality, inOrder } from './quality/index.ts';
import { type FieldConversion, readConversion } from './read-conversion.ts';
import type { Workspace } from './workspace.ts';

/** One field and what was found in it. */
export interface ShownField {
  readonly kind: 'field';
  readonly snapshot: string;
  readonly table: TableName;
  readonly field: FieldQuality;
  /** How its sums were converted by the rates of a person; null where none was. */
  readonly conversion: FieldConversion | null;
  readonly findings: readonly Finding[];
}

/** Shows one field of the catalog: what it holds, how well it is known, what to look at. */
export async function showField(
  workspace: Workspace,
  request: FieldName & { readonly asOf: string },
): Promise<ShownField> {
  const data = await currentData(workspace);
  const field = findField(data, request);
  const findings = await fieldFindings(workspace, data, { field, asOf: request.asOf });
  return {
    kind: 'field',
    snapshot: data.snapshot,
    table: field.table,
    field: fieldQuality(field),
    conversion: await readConversion(workspace, data, field),
    findings: inOrder(findings),
  };
}
