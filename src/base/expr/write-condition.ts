import { formatDuration } from './format-duration.ts';
import type { Condition, Duration, Scalar, SignalMatch, ToolMatch } from './types.ts';

/** A tool as the document writes it: its name alone, or name, category and how new it is. */
export type WrittenTool =
  | string
  | { readonly technology?: string; readonly category?: string; readonly first_seen_within?: string };

/** A signal as the document writes it. */
export interface WrittenSignal {
  readonly kind: string;
  readonly about?: string;
  readonly within?: string;
  readonly min_strength?: number;
}

/** A condition as YAML and JSON write it (design, section 6). */
export type WrittenCondition =
  | { readonly field: string; readonly any: readonly Scalar[] }
  | { readonly field: string; readonly none: readonly Scalar[] }
  | { readonly field: string; readonly between: readonly [number, number]; readonly currency?: string }
  | { readonly field: string; readonly min?: number; readonly max?: number; readonly currency?: string }
  | { readonly field: string; readonly age: { readonly min?: string; readonly max?: string } }
  | { readonly field: string; readonly growth: { readonly min: number; readonly over: string } }
  | { readonly uses: WrittenTool }
  | { readonly lacks: WrittenTool }
  | { readonly signal: WrittenSignal }
  | { readonly all: readonly WrittenCondition[] };

/**
 * Writes a condition in the form of the document; `readCondition` reads the same condition back.
 *
 * @example
 * writeCondition({ op: 'window', field: 'locations', low: 2, high: null, currency: null });
 * // { field: 'locations', min: 2 }
 */
export function writeCondition(condition: Condition): WrittenCondition {
  switch (condition.op) {
    case 'any':
      return { field: condition.field, any: condition.values };
    case 'none':
      return { field: condition.field, none: condition.values };
    case 'window':
      return writeWindow(condition);
    case 'age':
      return {
        field: condition.field,
        age: { ...duration('min', condition.min), ...duration('max', condition.max) },
      };
    case 'growth':
      return { field: condition.field, growth: { min: condition.min, over: formatDuration(condition.over) } };
    case 'uses':
      return { uses: writeTool(condition.tool) };
    case 'lacks':
      return { lacks: writeTool(condition.tool) };
    case 'signal':
      return { signal: writeSignal(condition.signal) };
    case 'all':
      return { all: condition.conditions.map(writeCondition) };
  }
}

function writeWindow({ field, low, high, currency }: Extract<Condition, { op: 'window' }>): WrittenCondition {
  const money = currency === null ? {} : { currency };
  if (low !== null && high !== null) return { field, between: [low, high], ...money };
  return { field, ...(low === null ? {} : { min: low }), ...(high === null ? {} : { max: high }), ...money };
}

/** The document form of a tool. */
export function writeTool({ technology, category, firstSeenWithin }: ToolMatch): WrittenTool {
  if (technology !== null && category === null && firstSeenWithin === null) return technology;
  return {
    ...(technology === null ? {} : { technology }),
    ...(category === null ? {} : { category }),
    ...duration('first_seen_within', firstSeenWithin),
  };
}

/** The document form of a signal. */
export function writeSignal({ kind, about, within, minStrength }: SignalMatch): WrittenSignal {
  return {
    kind,
    ...(about === null ? {} : { about }),
    ...duration('within', within),
    ...(minStrength === null ? {} : { min_strength: minStrength }),
  };
}

function duration<K extends string>(key: K, value: Duration | null): { readonly [P in K]?: string } {
  return value === null ? {} : ({ [key]: formatDuration(value) } as { readonly [P in K]: string });
}
