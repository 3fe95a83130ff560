import type { Field } from '../../stages/dataset/index.ts';
import type { CurrentData } from '../current-data.ts';
import type { Workspace } from '../workspace.ts';
import { coverageFindings } from './coverage-findings.ts';
import { dateFindings } from './date-findings.ts';
import { moneyFindings } from './money-findings.ts';
import { numberFindings } from './number-findings.ts';
import type { Finding } from './types.ts';
import { unitFindings } from './unit-findings.ts';
import { valueFindings } from './value-findings.ts';
import { whenFindings } from './when-findings.ts';

/** Tables that the product itself writes. */
const ownTables = new Set(['coverage', 'observations']);

/** Everything found in the values of one field. */
export async function fieldFindings(
  workspace: Workspace,
  data: CurrentData,
  { field, asOf }: { readonly field: Field; readonly asOf: string },
): Promise<readonly Finding[]> {
  if (ownTables.has(field.table)) return [];
  return [
    ...(await valueFindings(workspace, data, field)),
    ...(await dateFindings(workspace, data, { field, asOf })),
    ...(await numberFindings(workspace, data, field)),
    ...(await unitFindings(workspace, data, field)),
    ...(await moneyFindings(workspace, data, field)),
    ...(await whenFindings(workspace, data, field)),
    ...coverageFindings(data, field),
  ];
}
