import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { columnsOf, placesOf, requestFor } from './columns-of.fixture.ts';
import { guessMapping, type MappingRequest } from './guess-mapping.ts';
import type { ColumnMapping, FileMapping } from './types.ts';

const folder = process.env.BESTFIT_REAL_DATA ?? '';

function readRows(path: string, separator: string): readonly (readonly string[])[] {
  const text = readFileSync(join(folder, path), 'utf8').replace(/^\ufeff/, '');
  const cell = new RegExp(`("(?:[^"]|"")*"|[^"${separator}\\r\\n]*)(${separator}|\\r?\\n|$)`, 'gy');
  const rows: string[][] = [[]];
  for (const [whole, raw = '', end] of text.matchAll(cell)) {
    if (whole === '') break;
    rows.at(-1)?.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end !== separator) rows.push([]);
  }
  return rows.filter(({ length }) => length === rows[0]?.length);
}

function guess(path: string, rest: Partial<MappingRequest> = {}, separator = ','): FileMapping {
  const [header = [], ...rows] = readRows(path, separator);
  const columns = columnsOf(
    Object.fromEntries(header.map((name, at) => [name, rows.map((row) => row[at] ?? '')])),
  );
  return guessMapping(requestFor(columns, { file: path, ...rest }));
}

function columnNamed(mapping: FileMapping, column: string): ColumnMapping | undefined {
  return mapping.columns.find((each) => each.column === column);
}

describe.skipIf(folder === '')('real files (needs BESTFIT_REAL_DATA, the folder of the data)', () => {
  it('opportunities of a software firm', () => {
    const mapping = guess('salvirt_b2b/Salvirt_B2B_ML_dataset.csv', {}, ';');
    expect(mapping).toMatchObject({ as: 'deals', confidence: 0.95 });
    expect(placesOf(mapping)).toMatchObject({
      Status: 'deals.outcome',
      Seller: 'deals.owner',
      Source: 'deals.source',
      Comp_size: 'accounts.comp_size*',
      Client: 'accounts.client*',
      Up_sale: 'accounts.up_sale*',
      Product: 'accounts.product*',
    });
    expect(columnNamed(mapping, 'Competitors')).toMatchObject({ kind: 'boolean', known: 'unknown' });
    expect(mapping.columns.filter(({ custom }) => !custom)).toHaveLength(3);
  });

  it('accounts and opportunities of a sample CRM', () => {
    const accounts = guess('maven_crm/accounts.csv');
    expect(accounts.as).toBe('accounts');
    expect(placesOf(accounts)).toEqual({
      account: 'accounts.name',
      sector: 'accounts.industry',
      year_established: 'accounts.founded',
      revenue: 'accounts.revenue',
      employees: 'accounts.employees',
      office_location: 'accounts.country',
      subsidiary_of: 'accounts.subsidiary_of*',
    });
    const deals = {
      opportunity_id: 'deals.deal_id',
      sales_agent: 'deals.owner',
      product: 'deals.product*',
      account: 'accounts.name',
      deal_stage: 'deals.outcome',
      engage_date: 'deals.created_on',
      close_date: 'deals.closed_on',
      close_value: 'deals.amount',
    };
    const pipeline = guess('maven_crm/sales_pipeline.csv');
    expect(pipeline.as).toBe('deals');
    expect(placesOf(pipeline)).toEqual(deals);
    expect(columnNamed(pipeline, 'close_date')?.format.dateOrder).toBeNull();
    const edited = guess('maven_crm/excel_edited_copy/sales_pipeline.csv');
    expect(placesOf(edited)).toEqual(deals);
    expect(columnNamed(edited, 'close_date')?.format.dateOrder).toBe('mdy');
    const known = { fields: [], columns: pipeline.columns };
    expect(guess('maven_crm/products.csv', { known })).toMatchObject({
      as: 'lookup',
      confidence: 0.9,
      lookupKey: 'product',
    });
    expect(guess('maven_crm/sales_teams.csv', { known })).toMatchObject({
      as: 'lookup',
      confidence: 0.9,
      lookupKey: 'sales_agent',
    });
  });

  it('leads, won deals and sellers of a marketplace', () => {
    const leads = guess('olist/olist_marketing_qualified_leads_dataset.csv');
    expect(leads.as).toBe('deals');
    expect(placesOf(leads)).toEqual({
      mql_id: 'deals.deal_id',
      first_contact_date: 'deals.created_on',
      landing_page_id: 'deals.landing_page_id*',
      origin: 'deals.source',
    });
    expect(columnNamed(leads, 'first_contact_date')?.format.dateOrder).toBe('dmy');
    const won = guess('olist/olist_closed_deals_dataset.csv');
    expect(won.as).toBe('deals');
    expect(placesOf(won)).toMatchObject({
      mql_id: 'deals.deal_id',
      seller_id: 'deals.account_id',
      won_date: 'deals.won_on',
      business_segment: 'accounts.industry',
      lead_type: 'deals.lead_type*',
      business_type: 'deals.business_type*',
    });
    expect(columnNamed(won, 'average_stock')?.why).toContain('a spreadsheet turned the band into a date');
    const sellers = guess('olist/olist_sellers_dataset.csv');
    expect(sellers.as).toBe('accounts');
    expect(placesOf(sellers)).toEqual({
      seller_id: 'accounts.account_id',
      seller_zip_code_prefix: 'accounts.seller_zip_code_prefix*',
      seller_city: 'accounts.city',
      seller_state: 'accounts.region',
    });
    expect(columnNamed(sellers, 'seller_zip_code_prefix')?.kind).toBe('text');
  });

  it('won deals as a lookup onto leads', () => {
    const leads = guess('olist/olist_marketing_qualified_leads_dataset.csv');
    const known = { fields: [], columns: leads.columns };
    const won = guess('olist/olist_closed_deals_dataset.csv', { as: 'lookup', key: 'mql_id', known });
    expect(won.lookupKey).toBe('mql_id');
    expect(won.columns.every(({ custom, table }) => custom && table === 'deals')).toBe(true);
  });

  it('start-ups and their job postings', () => {
    const companies = guess('yc_companies/snapshot_2026-07-31/yc_companies.csv');
    expect(companies.as).toBe('accounts');
    expect(placesOf(companies)).toMatchObject({
      id: 'accounts.account_id',
      name: 'accounts.name',
      website: 'accounts.domain',
      team_size: 'accounts.employees',
      industry: 'accounts.industry',
      yc_url: 'accounts.yc_url*',
      status: 'accounts.status*',
      stage: 'accounts.stage*',
      isHiring: 'accounts.is_hiring*',
      regions: 'accounts.regions*',
      tags: 'accounts.tags*',
    });
    expect(columnNamed(companies, 'tags')).toMatchObject({ kind: 'set', format: { separator: ';' } });
    const postings = guess('yc_companies/snapshot_2026-07-31/yc_job_postings.csv');
    expect(postings.as).toBe('signals');
    expect(placesOf(postings)).toMatchObject({
      company_id: 'signals.account_id',
      company_name: 'accounts.name',
      url: 'signals.url_2*',
      absolute_url: 'signals.url',
      role: 'signals.about',
      created_at: 'signals.observed_on',
    });
  });
});
