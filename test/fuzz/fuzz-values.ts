import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { column, type Engine, named, type Row, select, table } from '../../src/base/sql/index.ts';
import { fastValue, readCell } from '../../src/stages/dataset/index.ts';
import * as values from '../../src/stages/dataset/values/index.ts';
import { valueMappings } from './value-mappings.ts';
import { valueTexts } from './value-texts.ts';

/** How much to try. */
export interface FuzzOptions {
  readonly cases: number;
  readonly seed: number;
  readonly onProgress: (done: number) => void;
}

const BATCH = 2_000;
const fast = valueMappings.flatMap((mapping) => {
  const value = fastValue(mapping, column('c1'));
  return value === null ? [] : [{ mapping, value }];
});

/**
 * Reads generated texts with every reader of values and, where SQL reads them, in SQL: nothing is thrown, every
 * result is of its type, both readings agree. Gives how often SQL read one.
 */
export async function fuzzValues(
  engine: Engine,
  { cases, seed, onProgress }: FuzzOptions,
): Promise<{ readonly cases: number; readonly readInSql: number }> {
  let readInSql = 0;
  for (let done = 0; done < cases; done += BATCH) {
    const texts = fc.sample(valueTexts, { numRuns: Math.min(BATCH, cases - done), seed: seed + done });
    for (const text of texts) checkReaders(text);
    readInSql += await compareWithSql(engine, texts.map(storable));
    onProgress(Math.min(cases, done + BATCH));
  }
  return { cases, readInSql };
}

/** A text as a file holds it: no halves of a character. */
function storable(text: string): string {
  return Buffer.from(text).toString();
}

async function compareWithSql(engine: Engine, texts: readonly string[]): Promise<number> {
  await engine.load(
    'fuzzed',
    [{ name: 'c1', type: 'text' }],
    texts.map((text) => [text]),
  );
  const columns = fast.map(({ value }, index) => named(value, `m${index}`));
  const rows = await engine.rows(select({ columns: [column('c1'), ...columns], from: table('fuzzed') }));
  if (rows.length !== texts.length) fail('', 'the table of texts', rows.length);
  return rows.reduce((sum, row) => sum + readingsOf(row), 0);
}

function readingsOf(row: Row): number {
  let read = 0;
  fast.forEach(({ mapping }, index) => {
    const value = row[`m${index}`] ?? null;
    if (value === null) return;
    read += 1;
    const reading = readCell(mapping, String(row.c1));
    if (reading.kind !== 'value' || !isDeepStrictEqual(reading.value.value, value))
      fail(String(row.c1), `SQL (${mapping.kind}, ${JSON.stringify(mapping.format)}) against memory`, [
        value,
        reading,
      ]);
  });
  return read;
}

function checkReaders(text: string): void {
  for (const [name, check] of Object.entries(laws)) {
    const result = attempt(text, name, () => check(text));
    if (result !== true) fail(text, name, result);
  }
  for (const mapping of valueMappings) {
    const reading = attempt(text, mapping.kind, () => readCell(mapping, text));
    if (!['value', 'blank', 'misfit'].includes(reading.kind)) fail(text, mapping.kind, reading);
  }
}

function attempt<T>(text: string, name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    return fail(text, `${name} threw`, error);
  }
}

function fail(text: string, what: string, got: unknown): never {
  throw new Error(`${what}: ${JSON.stringify(text)} gave ${JSON.stringify(got) ?? String(got)}`, {
    cause: got,
  });
}

/** True when a reading is no value or one that passes; otherwise the reading. */
function holds<T>(reading: values.Parsed<T>, passes: (value: T) => boolean): unknown {
  if (reading.kind === 'value') return passes(reading.value) || reading;
  return reading.kind === 'blank' || (reading.kind === 'misfit' && reading.reason !== '') || reading;
}

const plain = { decimal: null, currency: null, scale: 1 } as const;
const ordered = ({ low, high }: { readonly low: number; readonly high: number }) =>
  !Number.isNaN(low) && !Number.isNaN(high) && low <= high;

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
  );
}

function isSettled(domain: string | null): boolean {
  return domain === null || (values.normalizeDomain(domain) === domain && domain === domain.toLowerCase());
}

const laws: Readonly<Record<string, (text: string) => unknown>> = {
  parseNumber: (text) => holds(values.parseNumber(text, plain), Number.isFinite),
  parseMoney: (text) =>
    holds(
      values.parseMoney(text, plain),
      (money) => ordered(money) && (money.currency ?? 'EUR').length === 3,
    ),
  parseBand: (text) => holds(values.parseBand(text, plain), ordered),
  parseDate: (text) => holds(values.parseDate(text, { dateOrder: null }), isDay),
  parseBoolean: (text) => holds(values.parseBoolean(text), (value) => typeof value === 'boolean'),
  parseCountry: (text) =>
    holds(values.parseCountry(text), (code) => {
      const again = values.parseCountry(code);
      return /^[A-Z]{2}$/.test(code) && again.kind === 'value' && again.value === code;
    }),
  parseEmail: (text) =>
    holds(values.parseEmail(text), (address) => {
      const again = values.parseEmail(address);
      return again.kind === 'value' && again.value === address;
    }),
  parseOutcome: (text) =>
    holds(values.parseOutcome(text, { stage: true }), (end) => ['won', 'lost', 'open'].includes(end)),
  normalizeDomain: (text) => isSettled(values.normalizeDomain(text)) || values.normalizeDomain(text),
  normalizeName: (text) => typeof values.normalizeName(text) === 'string',
  isBlank: (text) => !values.isBlank(text, 'sure') || values.isBlank(text, 'likely'),
  splitSet: (text) => {
    const parts = values.splitSet(text, null);
    return parts.every((part) => part !== '' && part === part.trim()) || parts;
  },
  'a number written plainly': (text) => {
    const read = values.parseNumber(text, plain);
    if (
      read.kind !== 'value' ||
      /e/i.test(String(read.value)) ||
      /^-?[1-9]\d{0,2}\.\d{3}$/.test(String(read.value))
    )
      return true;
    const again = values.parseNumber(String(read.value), plain);
    return (again.kind === 'value' && again.value === read.value) || [read, again];
  },
};
