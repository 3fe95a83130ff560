import { describeSignal } from './describe-signal.ts';
import { describeWindow } from './describe-window.ts';
import { formatDuration } from './format-duration.ts';
import { type LabelOf, plainLabel } from './label-of.ts';
import { nameCountries } from './name-countries.ts';
import type { Condition, Scalar, ToolMatch } from './types.ts';

/**
 * A condition in words for people. `labelOf` gives a field's label; without it the column name is used.
 *
 * @example
 * describeCondition({ op: 'any', field: 'industry', values: ['private clinic', 'dental clinic'] });
 * // 'industry is private clinic or dental clinic'
 */
export function describeCondition(condition: Condition, labelOf: LabelOf = plainLabel): string {
  switch (condition.op) {
    case 'any':
      return describeAny(labelOf(condition.field), condition.values);
    case 'none':
      return describeNone(labelOf(condition.field), condition.values);
    case 'window':
      return describeWindow(condition, labelOf(condition.field));
    case 'age':
      return describeAge(condition, labelOf(condition.field));
    case 'growth':
      return `${labelOf(condition.field)} ${growth(condition.min)} over ${formatDuration(condition.over)}`;
    case 'uses':
      return describeTool(condition.tool, true);
    case 'lacks':
      return describeTool(condition.tool, false);
    case 'signal':
      return describeSignal(condition.signal);
    case 'all':
      return condition.conditions.map((part) => describeCondition(part, labelOf)).join(' and ');
  }
}

function describeAny(label: string, values: readonly Scalar[]): string {
  return `${label} is ${list(nameCountries(values), 'or')}`;
}

function describeNone(label: string, values: readonly Scalar[]): string {
  const words = nameCountries(values);
  return words.length === 1
    ? `${label} is not ${words.join('')}`
    : `${label} is none of ${list(words, 'and')}`;
}

function list(words: readonly string[], last: 'or' | 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

function describeAge({ min, max }: Extract<Condition, { op: 'age' }>, label: string): string {
  if (min !== null && max !== null) return `${label} ${formatDuration(min)} to ${formatDuration(max)} ago`;
  if (min !== null) return `${label} at least ${formatDuration(min)} ago`;
  return max === null ? `${label} known` : `${label} in the last ${formatDuration(max)}`;
}

function growth(min: number): string {
  const percent = `${Number((Math.abs(min) * 100).toFixed(4))}%`;
  if (min > 0) return `grew ${percent} or more`;
  return min === 0 ? 'did not shrink' : `shrank ${percent} at most`;
}

function describeTool(tool: ToolMatch, uses: boolean): string {
  const { technology, category, firstSeenWithin } = tool;
  const name =
    technology === null ? (category ?? '') : category === null ? technology : `${technology} (${category})`;
  if (firstSeenWithin !== null)
    return `${uses ? '' : 'no '}rollout of ${name} in the last ${formatDuration(firstSeenWithin)}`;
  if (!uses) return `lacks ${name}`;
  return technology === null ? `uses ${article(name)} ${name} tool` : `uses ${name}`;
}

function article(word: string): 'a' | 'an' {
  return /^[aeiou]/i.test(word) ? 'an' : 'a';
}
