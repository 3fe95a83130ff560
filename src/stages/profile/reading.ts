import { nearestWord } from '../../base/expr/index.ts';

/** Where a value stands in a document: keys and list positions from the top. */
export type Path = readonly (string | number)[];

interface NumberRule {
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
}

/**
 * Reads one document, collecting every problem instead of stopping at the first: each method gives the value in
 * its type, or notes a problem and gives null.
 */
export class Reading {
  readonly #problems: { readonly path: Path; readonly message: string }[] = [];

  get problems(): readonly { readonly path: Path; readonly message: string }[] {
    return this.#problems;
  }

  problem(path: Path, message: string): null {
    this.#problems.push({ path, message });
    return null;
  }

  /** A mapping whose keys are all known. */
  record(value: unknown, path: Path, keys: readonly string[]): Readonly<Record<string, unknown>> | null {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return this.problem(path, `expected \`key: value\` pairs, found ${inWords(value)}`);
    for (const key of Object.keys(value)) {
      if (keys.includes(key)) continue;
      const meant = nearestWord(key, keys);
      const hint = meant === null ? `known here: ${keys.join(', ')}` : `did you mean \`${meant}\`?`;
      this.problem([...path, key], `unknown key \`${key}\`; ${hint}`);
    }
    return value as Record<string, unknown>;
  }

  /** A list; an absent one is empty. */
  list<T>(value: unknown, path: Path, read: (item: unknown, path: Path) => T | null): readonly T[] {
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) {
      this.problem(path, `expected a list, found ${inWords(value)}`);
      return [];
    }
    return value.map((item, at) => read(item, [...path, at])).filter((item) => item !== null);
  }

  text(value: unknown, path: Path): string | null {
    if (typeof value === 'string' && value.trim() !== '') return value;
    return this.problem(path, `expected a text, found ${inWords(value)}`);
  }

  /** A text, or null where it is left open. */
  openText(value: unknown, path: Path): string | null {
    return value === undefined || value === null ? null : this.text(value, path);
  }

  number(value: unknown, path: Path, rule: NumberRule = {}): number | null {
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, integer = false } = rule;
    if (typeof value !== 'number' || !Number.isFinite(value))
      return this.problem(path, `expected a number, found ${inWords(value)}`);
    if (integer && !Number.isInteger(value))
      return this.problem(path, `expected a whole number, found \`${value}\``);
    if (value < min || value > max)
      return this.problem(path, `\`${value}\` is outside ${rangeInWords(min, max)}`);
    return value;
  }

  openNumber(value: unknown, path: Path, rule: NumberRule = {}): number | null {
    return value === undefined || value === null ? null : this.number(value, path, rule);
  }

  /** Two numbers in rising order. */
  range(value: unknown, path: Path, rule: NumberRule = {}): readonly [number, number] | null {
    if (!Array.isArray(value) || value.length !== 2)
      return this.problem(path, `expected two numbers like [1, 2], found ${inWords(value)}`);
    const low = this.number(value[0], [...path, 0], rule);
    const high = this.number(value[1], [...path, 1], rule);
    if (low === null || high === null) return null;
    if (low > high) return this.problem(path, `impossible range: ${low} is above ${high}`);
    return [low, high];
  }

  choice<T extends string>(value: unknown, path: Path, options: readonly T[]): T | null {
    const found = options.find((option) => option === value);
    if (found !== undefined) return found;
    const meant = typeof value === 'string' ? nearestWord(value, options) : null;
    const hint = meant === null ? `one of ${options.join(', ')}` : `did you mean \`${meant}\`?`;
    return this.problem(path, `cannot be ${inWords(value)}; ${hint}`);
  }
}

function inWords(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return '`key: value` pairs';
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}

function rangeInWords(min: number, max: number): string {
  if (max === Number.POSITIVE_INFINITY) return `the range: it must be at least ${min}`;
  return `${min}..${max}`;
}
