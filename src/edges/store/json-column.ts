import { BestfitError } from '../../base/errors/index.ts';
import type { SqlRow } from './driver.ts';

/** JSON text of a value; infinite numbers (open ends of bands) survive the way back. */
export function toJson(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) =>
      typeof inner === 'number' && !Number.isFinite(inner) ? { $number: String(inner) } : inner,
    ) ?? 'null'
  );
}

function reviveNumber(_key: string, inner: unknown): unknown {
  const isBoxed = typeof inner === 'object' && inner !== null && '$number' in inner;
  return isBoxed ? Number(inner.$number) : inner;
}

/** What a JSON column must hold. */
export type JsonShape = 'object' | 'array' | 'any';

/** Parses a JSON column; a text that is no JSON, or of another shape, is a damaged catalog. */
export function fromJson<T>(row: SqlRow, column: string, shape: JsonShape): T {
  const text = row[column];
  const damaged = (options?: ErrorOptions) =>
    new BestfitError(
      'store.damaged',
      { what: `column \`${column}\` of the catalog is not readable` },
      options,
    );
  if (typeof text !== 'string') throw damaged();
  let value: unknown;
  try {
    value = JSON.parse(text, reviveNumber);
  } catch (cause) {
    throw damaged({ cause });
  }
  if (shape !== 'any' && shapeOf(value) !== shape) throw damaged();
  return value as T;
}

function shapeOf(value: unknown): JsonShape {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'object' && value !== null ? 'object' : 'any';
}
