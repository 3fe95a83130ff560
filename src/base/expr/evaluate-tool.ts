import type { ExprRecord, ResolvedCondition, Truth } from './types.ts';

type Tool = Extract<ResolvedCondition, { op: 'tool' }>;

/**
 * Whether a tool is in use. Listed is yes; not listed is no only where it was looked for, else unknown. With a
 * `since`, a listed tool of unknown first sight is unknown, an older one is no.
 */
export function evaluateTool(condition: Tool, record: ExprRecord): Truth {
  const found = isInUse(condition, record);
  return found === null ? null : found !== condition.negated;
}

function isInUse(condition: Tool, { technologies, coverage }: ExprRecord): Truth {
  const listed = technologies.filter(
    ({ technology, category }) =>
      matches(condition.technologies, technology) && matches(condition.categories, category),
  );
  if (listed.length > 0) return condition.since === null ? true : isSince(condition.since, listed);
  const covered =
    condition.coveredEverywhere || coverage.some(({ scope }) => condition.scopes.includes(scope));
  return covered ? false : null;
}

function isSince(since: string, listed: ExprRecord['technologies']): Truth {
  if (listed.some(({ firstSeen }) => firstSeen !== null && firstSeen >= since)) return true;
  return listed.some(({ firstSeen }) => firstSeen === null) ? null : false;
}

function matches(spellings: readonly string[] | null, text: string | null): boolean {
  return spellings === null || (text !== null && spellings.includes(text));
}
