import type { Condition, Duration, Scalar, Signal, Tool } from './types.ts';

/** A condition as a discovery prints it: one key says what is asked. */
export type PatternCondition =
  | { readonly field: string; readonly op: 'any' | 'none'; readonly values: readonly Scalar[] }
  | {
      readonly field: string;
      readonly op: 'between' | 'min' | 'max';
      readonly low?: number | undefined;
      readonly high?: number | undefined;
      readonly currency?: string | undefined;
    }
  | {
      readonly field: string;
      readonly op: 'age';
      readonly low?: string | undefined;
      readonly high?: string | undefined;
    }
  | { readonly field: string; readonly op: 'growth'; readonly low: number; readonly over: string }
  | { readonly uses: WrittenTool }
  | { readonly lacks: WrittenTool }
  | { readonly signal: WrittenSignal }
  | { readonly all: readonly PatternCondition[] };

type WrittenTool =
  | string
  | {
      readonly technology?: string | undefined;
      readonly category?: string | undefined;
      readonly first_seen_within?: string | undefined;
    };

interface WrittenSignal {
  readonly kind: string;
  readonly about?: string | undefined;
  readonly within?: string | undefined;
  readonly min_strength?: number | undefined;
}

/**
 * The condition of a pattern in the form that all words are made from.
 *
 * @example
 * plainCondition({ field: 'employees', op: 'min', low: 3 });
 * // { op: 'window', field: 'employees', low: 3, high: null, currency: null }
 */
export function plainCondition(pattern: PatternCondition): Condition {
  if ('uses' in pattern) return { op: 'uses', tool: toolOf(pattern.uses) };
  if ('lacks' in pattern) return { op: 'lacks', tool: toolOf(pattern.lacks) };
  if ('signal' in pattern) return { op: 'signal', signal: signalOf(pattern.signal) };
  if ('all' in pattern) return { op: 'all', conditions: pattern.all.map(plainCondition) };
  const { field } = pattern;
  switch (pattern.op) {
    case 'any':
    case 'none':
      return { op: pattern.op, field, values: pattern.values };
    case 'age':
      return { op: 'age', field, min: durationOf(pattern.low), max: durationOf(pattern.high) };
    case 'growth':
      return { op: 'growth', field, min: pattern.low, over: durationOf(pattern.over)! };
    default: {
      const { low = null, high = null, currency = null } = pattern;
      return { op: 'window', field, low, high, currency };
    }
  }
}

function toolOf(written: WrittenTool): Tool {
  if (typeof written === 'string') return { technology: written, category: null, firstSeenWithin: null };
  const { technology, category, first_seen_within } = written;
  return {
    technology: technology ?? null,
    category: category ?? null,
    firstSeenWithin: durationOf(first_seen_within),
  };
}

function signalOf({ kind, about, within, min_strength }: WrittenSignal): Signal {
  return { kind, about: about ?? null, within: durationOf(within), minStrength: min_strength ?? null };
}

function durationOf(text: string | undefined): Duration | null {
  const [, count, unit] = /^(\d+) (day|week|month|year)s?$/.exec(text ?? '') ?? [];
  return unit === undefined ? null : { count: Number(count), unit: `${unit}s` as Duration['unit'] };
}
