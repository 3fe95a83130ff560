import { foldText, nearestWord, type ToolMatch } from '../../base/expr/index.ts';
import type { Message } from '../../base/messages/index.ts';
import type { Field } from '../dataset/index.ts';
import { kindGap } from './kind-gap.ts';
import { type PlacedCondition, placedConditions } from './placed-conditions.ts';
import { searchableShare, searchGap } from './search-gap.ts';
import type { Finding, LintCode, LintContext, Profile } from './types.ts';

/** Conditions that no source here can search, or that look for values which never occur. */
export function lintSearch(profile: Profile, context: LintContext): readonly Finding[] {
  return placedConditions(profile).flatMap((placed) => {
    const { condition } = placed;
    if (condition.op === 'uses' || condition.op === 'lacks') return lintTool(placed, condition.tool, context);
    if (condition.op === 'signal') return lintSignal(placed, condition.signal.kind, context);
    return context.fields === null ? [] : lintField(placed, condition.field, context.fields);
  });
}

function lintField(placed: PlacedCondition, name: string, fields: readonly Field[]): readonly Finding[] {
  const { condition, path } = placed;
  const accounts = fields.filter(({ table }) => table === 'accounts');
  const field = accounts.find((candidate) => candidate.name === name);
  if (field === undefined) return [unknownField(name, path, accounts)];
  const unfit = kindGap(condition, field);
  if (unfit !== null) return [neverMatches(unfit, placed, field)];
  const gap = searchGap(field);
  const absent = absentValues(condition, field);
  return [
    gap === null ? null : rarelyKnown(field, gap, placed),
    absent === null ? null : copied(field, absent, path),
  ].filter((finding) => finding !== null);
}

function unknownField(name: string, path: string, accounts: readonly Field[]): Finding {
  const meant = nearestWord(
    name,
    accounts.map((field) => field.name),
  );
  return {
    rule: 'not-searchable',
    ...(meant === null
      ? { code: 'field-unknown', params: { field: name } }
      : { code: 'field-misspelt', params: { field: name, meant } }),
    severity: 'error',
    message: `No source here holds a field \`${name}\`, so nobody can search by it.`,
    remedy:
      meant === null
        ? `Import a file with \`${name}\`, or take the line off the page.`
        : `Did you mean \`${meant}\`?`,
    path,
  };
}

function neverMatches(message: string, { condition, path }: PlacedCondition, field: Field): Finding {
  const code = condition.op === 'age' ? 'field-no-age' : 'field-not-counted';
  const params = { field: field.name, holds: field.kind };
  const remedy = 'Name its values with `any`, or take a field that holds what the condition asks for.';
  return { rule: 'not-searchable', code, params, severity: 'error', message, remedy, path };
}

function rarelyKnown(field: Field, gap: string, { path, section }: PlacedCondition): Finding {
  return {
    rule: 'rarely-known',
    code: 'field-rarely-known',
    params: { field: field.name, ...field.prospects, needed: 100 * searchableShare },
    severity: section === 'anti' ? 'warning' : 'error',
    message: `\`${field.name}\` is ${gap}.`,
    remedy: 'Find a source that fills it, or keep the trait as evidence without points.',
    path,
  };
}

function copied(field: Field, absent: Absent, path: string): Finding {
  return {
    rule: 'copied',
    code: absent.code,
    params: { field: field.name, ...absent.params },
    severity: 'warning',
    message: `No account here has \`${field.name}\` ${absent.words}: was this page copied from another company?`,
    remedy: 'Use values that occur in your own data, or import accounts that have them.',
    path,
  };
}

interface Absent extends Message {
  readonly code: LintCode;
  readonly words: string;
}

function absentValues(condition: PlacedCondition['condition'], field: Field): Absent | null {
  if (condition.op === 'any') {
    if (field.values.length === 0 || field.values.length < field.distinct) return null;
    const known = new Set(field.values.map(({ value }) => foldText(value)));
    const found = condition.values.some((value) => known.has(foldText(String(value))));
    if (found) return null;
    const words = condition.values.map((value) => `\`${value}\``).join(' or ');
    return { code: 'values-absent', params: { values: condition.values }, words };
  }
  if (condition.op !== 'window' || field.banded || field.range === null) return null;
  const { low, high } = field.range;
  if (typeof low !== 'number' || typeof high !== 'number') return null;
  return beyond(condition, low, high);
}

function beyond(
  { low, high }: Extract<PlacedCondition['condition'], { op: 'window' }>,
  smallest: number,
  largest: number,
): Absent | null {
  if (low !== null && low > largest)
    return {
      code: 'values-above',
      params: { from: low, largest },
      words: `of ${low} or more (the largest is ${largest})`,
    };
  return high !== null && high < smallest
    ? {
        code: 'values-below',
        params: { to: high, smallest },
        words: `of ${high} or less (the smallest is ${smallest})`,
      }
    : null;
}

function lintTool({ path }: PlacedCondition, tool: ToolMatch, { tools }: LintContext): readonly Finding[] {
  if (tools === null) return [];
  const known = new Set(tools.map(foldText));
  const missing = [tool.technology, tool.category].find(
    (name) => name !== null && !known.has(foldText(name)),
  );
  if (missing === undefined || missing === null) return [];
  const meant = nearestWord(missing, tools);
  return [
    {
      rule: 'not-searchable',
      ...(meant === null
        ? { code: 'tool-unknown', params: { tool: missing } }
        : { code: 'tool-misspelt', params: { tool: missing, meant } }),
      severity: 'error',
      message: `No source here has looked for \`${missing}\` among the tools of accounts.`,
      remedy:
        meant === null
          ? 'Import which tools accounts use, with what was looked for.'
          : `Did you mean \`${meant}\`?`,
      path,
    },
  ];
}

function lintSignal({ path }: PlacedCondition, kind: string, { signals }: LintContext): readonly Finding[] {
  if (signals === null || signals.includes(kind)) return [];
  return [
    {
      rule: 'not-searchable',
      code: 'signal-unknown',
      params: { signal: kind },
      severity: 'error',
      message: `No source here watches for the signal \`${kind}\`.`,
      remedy: 'Import dated events of that kind, or two dated exports whose difference shows them.',
      path,
    },
  ];
}
