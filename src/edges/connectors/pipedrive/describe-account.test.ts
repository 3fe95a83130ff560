import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenPipedrive, openPipedrive } from '../../../../test/connectors/open-pipedrive.ts';
import { readStream } from '../../../../test/connectors/read-stream.ts';
import type { SourceField } from '../records/index.ts';
import { streamOf } from './pipedrive-streams.ts';
import { toSourceFields } from './to-source-fields.ts';

let pipedrive: OpenPipedrive;
beforeEach(async () => {
  pipedrive = await openPipedrive({ companies: 40, deals: 60, contacts: 50 });
});
afterEach(() => pipedrive.standIn.close());

const streams = ['companies', 'deals', 'contacts'] as const;
const named = (fields: readonly SourceField[], name: string): SourceField =>
  fields.find((field) => field.name === name)!;

describe('a check', () => {
  it('says whose account it is, its currency, and what may be read', async () => {
    const check = await pipedrive.open().check();
    expect(check).toMatchObject({ account: 'Seller (seller-12g53f)', currency: 'EUR' });
    expect(check.streams).toEqual(
      streams.map((stream) => ({ stream, readable: true, writable: true, missing: null, records: null })),
    );
    expect(check.usage).toMatchObject({ used: 32, unit: 'tokens', resetsAt: '2026-09-02T00:00:00.000Z' });
    expect(pipedrive.standIn.spentToday()).toBe(32);
  });
});

describe('the fields', () => {
  it('stand under the headers of Pipedrive’s exports, each one once', async () => {
    const source = pipedrive.open();
    const headers: Record<string, readonly string[]> = {};
    for (const stream of streams) headers[stream] = (await source.fields(stream)).map(({ header }) => header);
    expect(headers.companies).toEqual(
      expect.arrayContaining([
        'Organization - ID',
        'Organization - Name',
        'Organization - Owner',
        'Organization - City/town/village/locality of Address',
        'Organization - Country of Address',
        'Organization - Website',
        'Organization - Industry',
        'Organization - Number of employees',
        'Organization - Annual revenue',
        'Organization - Organization created',
        'Organization - Booking tool',
      ]),
    );
    expect(headers.deals).toEqual(
      expect.arrayContaining([
        'Deal - ID',
        'Deal - Title',
        'Deal - Value',
        'Deal - Currency of Value',
        'Deal - Status',
        'Deal - Stage',
        'Deal - Deal created',
        'Deal - Won time',
        'Deal - Deal closed on',
        'Deal - Lost reason',
        'Deal - Owner',
        'Organization - ID',
        'Deal - Yearly fee',
        'Deal - Currency of Yearly fee',
      ]),
    );
    expect(headers.contacts).toEqual(
      expect.arrayContaining(['Person - ID', 'Person - Name', 'Organization - ID', 'Person - Email']),
    );
    for (const all of Object.values(headers)) expect(new Set(all).size).toBe(all.length);
  });

  it('hold values for most of what is read by default, and every value of an option has its label', async () => {
    const source = pipedrive.open();
    for (const stream of streams) {
      const fields = (await source.fields(stream)).filter(({ byDefault }) => byDefault);
      const { records } = await readStream(source, { stream, fields: fields.map(({ name }) => name) });
      for (const { name, options, kind } of fields) {
        const values = records.flatMap(({ values: all }) => all[name]?.split(';') ?? []);
        if (['id', 'name', 'title', 'owner_id', 'emails.primary', 'currency'].includes(name))
          expect(values).toHaveLength(records.length);
        if (options === null) continue;
        const known = new Set(options.map(({ value }) => value));
        expect(values.filter((value) => !known.has(value))).toEqual([]);
        expect(['option', 'options', 'stage', 'outcome']).toContain(kind);
      }
    }
  });

  it('name owners, stages and options', async () => {
    const source = pipedrive.open();
    const [companies, deals] = [await source.fields('companies'), await source.fields('deals')];
    expect(named(companies, 'owner_id').options).toHaveLength(5);
    expect(named(companies, 'industry').options).toContainEqual({ value: '102', label: 'Dental clinic' });
    const specialties = companies.find(({ label }) => label === 'Specialties')!;
    expect(specialties).toMatchObject({ kind: 'options', writable: true, standard: false });
    expect(named(deals, 'stage_id').options).toContainEqual({ value: '11', label: 'Contacted' });
    expect(named(deals, 'status').options).toContainEqual({ value: 'won', label: 'won' });
    expect(pipedrive.standIn.log.count('/users')).toBe(1);
  });

  it('of the same label are told apart by their code; what comes on demand alone is left out', () => {
    const field = (code: string, changed = {}) => ({
      field_code: code,
      field_name: 'Industry',
      field_type: 'varchar',
      is_custom_field: true,
      ...changed,
    });
    const codes = ['a', 'b'].map((letter) => letter.repeat(40));
    const fields = toSourceFields(
      streamOf('companies'),
      [...codes.map((code) => field(code)), field('people_count', { is_optional_response_field: true })],
      {},
    );
    const labelled = fields.filter(({ label }) => label === 'Industry');
    expect(labelled.map(({ header }) => header)).toEqual([
      'Organization - Industry',
      'Organization - Industry (aaaaaaaa)',
      'Organization - Industry (bbbbbbbb)',
    ]);
    expect(fields.some(({ name }) => name === 'people_count')).toBe(false);
  });

  it('keep their headers where the account speaks another language', () => {
    const definition = {
      field_code: 'name',
      field_name: 'Nombre',
      field_type: 'varchar',
      is_custom_field: false,
    };
    const fields = toSourceFields(streamOf('companies'), [definition], {});
    expect(named(fields, 'name')).toMatchObject({ label: 'Nombre', header: 'Organization - Name' });
  });
});

describe('the stages', () => {
  it('come in order, and leave the outcome to the status', async () => {
    const stages = await pipedrive.open().stages();
    expect(stages.map(({ id, pipeline, place, outcome }) => [id, pipeline, place, outcome])).toEqual([
      ['11', 'Sales', 0, null],
      ['12', 'Sales', 1, null],
      ['13', 'Sales', 2, null],
      ['14', 'Sales', 3, null],
    ]);
  });
});
