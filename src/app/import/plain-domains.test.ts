import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPglite } from '../../../test/conditions-pglite.ts';
import { column, type Engine, named, type SqlExpr, select, table } from '../../base/sql/index.ts';
import { createDuckDbEngine } from '../../edges/engines/duckdb/index.ts';
import { type ColumnMapping, fastValue, readCell, restOf } from '../../stages/dataset/index.ts';

const mapping: ColumnMapping = {
  column: 'Website',
  table: 'accounts',
  field: 'domain',
  custom: false,
  ignored: false,
  kind: 'text',
  format: { decimal: null, dateOrder: null, currency: null, scale: 1, separator: null, blanks: [] },
  unit: null,
  layer: 'firmographic',
  known: 'before',
  confidence: 1,
  why: '',
  decidedBy: 'guessed',
  asks: null,
};

const schemes = fc.constantFrom(
  '',
  '',
  'https://',
  'http://',
  'HTTP://',
  '//',
  'ftp://',
  'ana.b@',
  'https://u@',
);
const prefixes = fc.constantFrom('', '', 'www.', 'www.', 'WWW.', 'www2.', 'shop.', 'www.www.', 'blog.shop.');
const labels = fc.oneof(
  fc.constantFrom(
    'acme',
    'a',
    'www',
    'co',
    'com',
    'uk',
    'blogspot',
    'GitHub',
    'gmail',
    'awww',
    'x--y',
    '-a',
    'a-',
  ),
  fc.constantFrom(
    'roma',
    'wixsite',
    'facebook',
    'uol',
    '163',
    'münchen',
    'xn--mnchen-3ya',
    'a_b',
    'Acme',
    'k'.repeat(64),
  ),
  fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abcxyz0189-') }),
);
const endings = fc.oneof(
  fc.constantFrom('com', 'co.uk', 'es', 'com.br', 'io', 'de', 'us', 'it', 'org.uk', 'COM', 'com.', 'co.za'),
  fc.constantFrom(
    'uk.com',
    'blogspot.com',
    'github.io',
    'roma.it',
    'ck',
    'jp',
    'kobe.jp',
    'local',
    'example',
    '1',
  ),
);
const tails = fc.constantFrom(
  '',
  '',
  '/',
  '/en/about',
  '?a=b',
  ':8080/x',
  '/a@b.com',
  '/a b',
  '/a,b',
  '/a|b',
  '#x',
  '/é',
  '/~x-[1]',
  ' ',
  '/www.z.com',
  '/://www.z.com',
);
const addresses = fc
  .tuple(schemes, prefixes, labels, endings, tails)
  .map(([scheme, prefix, label, ending, tail]) => `${scheme}${prefix}${label}.${ending}${tail}`);

const engines: Record<string, () => Promise<Engine>> = {
  DuckDB: () => createDuckDbEngine({ memoryLimitMiB: 512, threads: 2 }),
  PostgreSQL: openPglite,
};

describe.each(Object.entries(engines))('a plain web address in %s', (_, create) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await create();
  });
  afterAll(() => engine.close());

  async function read(texts: readonly string[]) {
    await engine.load(
      'addresses',
      [{ name: 'c1', type: 'text' }],
      texts.map((text) => [text]),
    );
    const fast = fastValue(mapping, column('c1')) as SqlExpr;
    return engine.rows(
      select({
        columns: [column('c1'), named(fast, 'domain'), named(restOf(mapping, 'c1'), 'rest')],
        from: table('addresses'),
      }),
    );
  }

  it('gives the domain that the reference gives', async () => {
    const given = fc.array(addresses, { minLength: 200, maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(given, async (texts) => {
        for (const { c1, domain, rest } of await read(texts)) {
          expect({ c1, rest }).toEqual({ c1, rest: domain === null });
          if (domain === null) continue;
          expect({ c1, ...readCell(mapping, String(c1)) }).toMatchObject({ c1, value: { value: domain } });
        }
      }),
      { numRuns: 10 },
    );
  });

  it('is read in SQL in its usual forms, and left to the reference where many companies share a domain', async () => {
    const rows = await read([
      'https://www.acme.com',
      'http://acme-2.co.uk/en/about?x=1',
      'www.Acme.com.br/',
      'acme.it',
      'ana.b@acme.de',
      'https://www.co.uk',
      'gmail.com',
      'acme.blogspot.com',
      'GitHub.io',
      'http://shop.acme.com',
    ]);
    const own = ['acme.com', 'acme-2.co.uk', 'acme.com.br', 'acme.it', 'acme.de'];
    expect(rows.map(({ domain }) => domain)).toEqual([...own, null, null, null, null, null]);
  });
});
