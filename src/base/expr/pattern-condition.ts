import { formatDuration } from './format-duration.ts';
import type { Condition, Duration, Scalar } from './types.ts';
import { type WrittenSignal, type WrittenTool, writeSignal, writeTool } from './write-condition.ts';

/** A condition as `discover --json` prints it: `{field, op, values|low|high}`, or `uses`, `lacks`, `signal`. */
export type PatternCondition =
  | { readonly field: string; readonly op: 'any' | 'none'; readonly values: readonly Scalar[] }
  | {
      readonly field: string;
      readonly op: 'between' | 'min' | 'max';
      readonly low?: number;
      readonly high?: number;
      readonly currency?: string;
    }
  | { readonly field: string; readonly op: 'age'; readonly low?: string; readonly high?: string }
  | { readonly field: string; readonly op: 'growth'; readonly low: number; readonly over: string }
  | { readonly uses: WrittenTool }
  | { readonly lacks: WrittenTool }
  | { readonly signal: WrittenSignal }
  | { readonly all: readonly PatternCondition[] };

/**
 * The form of a condition for programs that read discovery's result (design, section 8). An age has durations as
 * its ends; growth has its least share as `low`.
 *
 * @example
 * patternCondition({ op: 'window', field: 'employees', low: 20, high: 120, currency: null });
 * // { field: 'employees', op: 'between', low: 20, high: 120 }
 */
export function patternCondition(condition: Condition): PatternCondition {
  switch (condition.op) {
    case 'any':
    case 'none':
      return { field: condition.field, op: condition.op, values: condition.values };
    case 'window': {
      const { field, low, high, currency } = condition;
      const op = low === null ? 'max' : high === null ? 'min' : 'between';
      return { field, op, ...ends(low, high), ...(currency === null ? {} : { currency }) };
    }
    case 'age':
      return { field: condition.field, op: 'age', ...ends(format(condition.min), format(condition.max)) };
    case 'growth':
      return {
        field: condition.field,
        op: 'growth',
        low: condition.min,
        over: formatDuration(condition.over),
      };
    case 'uses':
      return { uses: writeTool(condition.tool) };
    case 'lacks':
      return { lacks: writeTool(condition.tool) };
    case 'signal':
      return { signal: writeSignal(condition.signal) };
    case 'all':
      return { all: condition.conditions.map(patternCondition) };
  }
}

function ends<T>(low: T | null, high: T | null): { readonly low?: T; readonly high?: T } {
  return { ...(low === null ? {} : { low }), ...(high === null ? {} : { high }) };
}

function format(duration: Duration | null): string | null {
  return duration === null ? null : formatDuration(duration);
}
