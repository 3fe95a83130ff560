import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ImportedField, type ImportedStream, importColumns } from './import-columns.ts';

const field = (name: string, more: Partial<ImportedField> = {}): ImportedField => ({
  name,
  header: name,
  kind: 'text',
  options: null,
  ...more,
});

function stream(fields: readonly ImportedField[], more: Partial<ImportedStream> = {}): ImportedStream {
  return {
    shape: { fields: fields.map(({ name }) => name), links: [] },
    fields,
    stageField: null,
    outcomes: new Map(),
    currency: null,
    written: [],
    ...more,
  };
}

const headers = (of: ImportedStream) => importColumns(of).map(({ header }) => header);

describe('the columns of a stream', () => {
  it('begin with its id under the header of the vendor, then its company', () => {
    const id = field('hs_object_id', { kind: 'id', header: 'Record ID' });
    const of = stream([id, field('name')]);
    expect(headers(of)).toEqual(['Record ID', 'name']);
    const linked = { ...of, shape: { ...of.shape, links: ['companies', 'contacts'] } };
    expect(importColumns(linked)[1]).toMatchObject({
      header: 'Associated Company IDs',
      from: 'to1',
      isCompany: true,
    });
    expect(headers(stream([field('name')]))).toEqual(['Record ID', 'name']);
  });

  it('leave out what Bestfit wrote', () => {
    expect(
      headers(stream([field('a'), field('bestfit_tier'), field('b')], { written: ['bestfit_tier'] })),
    ).toEqual(['Record ID', 'a', 'b']);
  });

  it('carry the currency of the account where a sum names none', () => {
    const amount = field('amount', { kind: 'money', header: 'Amount' });
    expect(headers(stream([amount], { currency: 'EUR' }))).toContain('Amount (EUR)');
    expect(headers(stream([amount]))).toContain('Amount');
    const own = field('deal_currency_code', { header: 'Currency' });
    expect(headers(stream([amount, own], { currency: 'EUR' }))).toContain('Amount');
  });

  it('say who won and lost by what stages mean, unless a field says it', () => {
    const stage = field('stage', { kind: 'stage' });
    const outcomes = new Map([['7', 'won']]);
    const of = stream([stage], { stageField: 'stage', outcomes });
    expect(importColumns(of).at(-1)).toMatchObject({
      header: 'Outcome',
      from: 'v1',
      field: 'outcome',
      labels: outcomes,
    });
    expect(headers({ ...of, outcomes: new Map([['7', 'open']]) })).not.toContain('Outcome');
    const status = field('status', { kind: 'outcome', header: 'Status' });
    expect(headers({ ...of, ...stream([stage, status]), stageField: 'stage', outcomes })).not.toContain(
      'Outcome',
    );
  });

  it('have headers of their own, and each field that is read is there once', () => {
    const label = fc.constantFrom('Name', 'Segment', 'Size');
    fc.assert(
      fc.property(fc.array(label, { maxLength: 12 }), (labels) => {
        const fields = labels.map((header, at) => field(`f${at}`, { header }));
        const columns = importColumns(stream(fields));
        const all = columns.map(({ header }) => header);
        return new Set(all).size === all.length && columns.length === fields.length + 1;
      }),
    );
  });
});
