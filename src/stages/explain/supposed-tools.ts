import type { ExprRecord } from '../../base/expr/index.ts';
import { listedTools } from './held-words.ts';
import type { LeafCondition } from './leaf-conditions.ts';

type Tool = Extract<LeafCondition, { op: 'tool' }>;

/** Long enough ago to be no recent rollout. */
const longAgo = '0001-01-01';

/** Whether the tool is in use, on which day, beside which other conditions. */
export interface SupposedUse {
  readonly uses: boolean;
  readonly beside: readonly LeafCondition[];
  readonly asOf: string;
}

/**
 * An account as it would be if it used a tool, or did not: each product that a condition names, or one that none
 * names. A tool that was looked for and is not there can only be new; one nobody looked for may also be old.
 */
export function supposedTools(
  record: ExprRecord,
  condition: Tool,
  { uses, beside, asOf }: SupposedUse,
): readonly ExprRecord[] {
  if (!uses) return [withoutTool(record, condition, asOf)];
  const listed = listedTools(condition, record);
  const others =
    listed.length === 0 ? record.technologies : record.technologies.filter((t) => !listed.includes(t));
  const looked = record.coverage.some(({ scope }) => condition.scopes.includes(scope));
  const days = looked || condition.coveredEverywhere ? [asOf] : [asOf, longAgo];
  return productsOf(condition, beside).flatMap((product) =>
    days.map((firstSeen) => ({ ...record, technologies: [...others, { ...product, firstSeen }] })),
  );
}

function withoutTool(record: ExprRecord, condition: Tool, asOf: string): ExprRecord {
  const listed = listedTools(condition, record);
  return {
    ...record,
    technologies: record.technologies.filter((tool) => !listed.includes(tool)),
    coverage: [...record.coverage, ...condition.scopes.map((scope) => ({ scope, checkedOn: asOf }))],
  };
}

function productsOf(
  { technologies, categories }: Tool,
  beside: readonly LeafCondition[],
): readonly Pick<ExprRecord['technologies'][number], 'technology' | 'category'>[] {
  const asked = beside.filter((leaf) => leaf.op === 'tool');
  const names = technologies ?? [null, ...new Set(asked.flatMap((leaf) => leaf.technologies ?? []))];
  const kinds = categories ?? [null, ...new Set(asked.flatMap((leaf) => leaf.categories ?? []))];
  return names.flatMap((technology) => kinds.map((category) => ({ technology, category })));
}
