import { foldText } from './fold-text.ts';
import { shiftDate } from './shift-date.ts';
import { isCoveredEverywhere, spell } from './spell.ts';
import type { ResolveContext, ResolvedCondition, ToolMatch } from './types.ts';

/** `uses` or `lacks`, spelled as the data spells it, with the scopes that must have been looked at. */
export function resolveTool(tool: ToolMatch, negated: boolean, context: ResolveContext): ResolvedCondition {
  const technologies = tool.technology === null ? null : spell(tool.technology, names(context));
  const categories = tool.category === null ? null : spell(tool.category, categoriesIn(context));
  const scopes = [...(categories ?? lookUp(technologies ?? [], context)), ...(technologies ?? [])];
  return {
    op: 'tool',
    negated,
    technologies,
    categories,
    since: tool.firstSeenWithin === null ? null : shiftDate(context.asOf, tool.firstSeenWithin, -1),
    scopes: [...new Set(scopes.flatMap((scope) => [scope, ...spell(scope, context.scopes)]))],
    coveredEverywhere: isCoveredEverywhere(scopes, context.coveredEverywhere),
  };
}

function names({ technologies }: ResolveContext): readonly string[] {
  return technologies.flatMap(({ technology }) => (technology === null ? [] : [technology]));
}

function categoriesIn({ technologies }: ResolveContext): readonly string[] {
  return technologies.flatMap(({ category }) => (category === null ? [] : [category]));
}

/** Categories of the named technologies: looking for all tools of a category is looking for each of them. */
function lookUp(technologies: readonly string[], context: ResolveContext): readonly string[] {
  const wanted = new Set(technologies.map(foldText));
  return context.technologies.flatMap(({ technology, category }) =>
    technology !== null && category !== null && wanted.has(foldText(technology)) ? [category] : [],
  );
}
