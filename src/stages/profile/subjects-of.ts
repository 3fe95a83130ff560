import type { Condition, ToolMatch } from '../../base/expr/index.ts';

/** What a condition asks about, one key per field, tool or signal: two lines with a key in common overlap. */
export function subjectsOf(condition: Condition): readonly string[] {
  switch (condition.op) {
    case 'uses':
    case 'lacks':
      return [`tool ${toolName(condition.tool)}`];
    case 'signal':
      return [`signal ${condition.signal.kind} ${condition.signal.about ?? ''}`.trim()];
    case 'all':
      return condition.conditions.flatMap(subjectsOf);
    default:
      return [`field ${condition.field}`];
  }
}

/** A named tool asks about its category, so that a category and a tool within it do not count twice. */
function toolName({ technology, category }: ToolMatch): string {
  return category ?? technology ?? '';
}
