import { describe, expect, it } from 'vitest';
import { columnsOf, placesOf, requestFor } from './columns-of.fixture.ts';
import { guessMapping } from './guess-mapping.ts';
import type { FileKind } from './types.ts';

const companies = Array.from({ length: 200 }, (_, at) => `Company ${at}`);

function guess(file: Readonly<Record<string, readonly string[]>>, as: FileKind) {
  const mapping = guessMapping(requestFor(columnsOf(file), { as }));
  const asks = (header: string) => mapping.columns.find(({ column }) => column === header)?.asks ?? null;
  return { places: placesOf(mapping), asks };
}

function cycle(texts: readonly string[], rows: number): readonly string[] {
  return Array.from({ length: rows }, (_, at) => texts[at % texts.length] ?? '');
}

describe('a column with a sure header', () => {
  const names = companies.slice(0, 20);

  it('asks when most of its values cannot be read, with how many and an example', () => {
    const dates = [...Array.from({ length: 18 }, () => '31/02/2025'), '01/02/2025', '02/02/2025'];
    const { places, asks } = guess({ Company: names, 'Customer since': dates }, 'customers');
    expect(places['Customer since']).toBe('accounts.customer_since*');
    expect(asks('Customer since')).toBe(
      '18 of its 20 values, such as `31/02/2025`, cannot be read so: as that field, their rows are set aside. ' +
        'Is `Customer since` the field Customer since (customers.started_on)?',
    );
  });

  it('asks under a common word too when its values are days that the calendar does not have', () => {
    const file = {
      'Deal ID': cycle(['D'], 20).map((id, at) => `${id}${at}`),
      Outcome: cycle(['won', 'lost'], 20),
    };
    const dates = [...Array.from({ length: 18 }, () => '31/02/2025'), '01/02/2025', '02/02/2025'];
    const { places, asks } = guess({ ...file, Created: dates }, 'deals');
    expect(places.Created).toBe('deals.created*');
    expect(asks('Created')).toMatch(/^18 of its 20 values.*\(deals\.created_on\)\?$/);
    expect(
      guess({ ...file, Created: cycle(['by hand', 'by import'], 20) }, 'deals').asks('Created'),
    ).toBeNull();
  });

  it('asks of sums and countries too', () => {
    const file = {
      Company: names,
      Revenue: cycle(['high', 'low'], 20),
      Country: cycle(['north', 'south'], 20),
    };
    const { asks } = guess({ ...file, 'Company country': file.Country }, 'accounts');
    expect(asks('Revenue')).toMatch(/^20 of its 20 values, such as `high`,.*\(accounts\.revenue\)\?$/);
    expect(asks('Company country')).toMatch(/\(accounts\.country\)\?$/);
    expect(asks('Country')).toBeNull();
  });

  it('is taken when a few values are broken', () => {
    const dates = [...Array.from({ length: 18 }, () => '01/02/2025'), '31/02/2025', '31/02/2025'];
    const { places } = guess({ Company: names, 'Customer since': dates }, 'customers');
    expect(places['Customer since']).toBe('customers.started_on');
  });
});

describe('a column that would name the account', () => {
  it('is asked about when it sorts the rows of a list of companies', () => {
    const { places, asks } = guess(
      { 'Company ID': cycle(['K1', 'K2', 'K3', 'K4'], 200), Industry: cycle(['a', 'b'], 200) },
      'accounts',
    );
    expect(places['Company ID']).toBe('accounts.company_id*');
    expect(asks('Company ID')).toBe(
      'It has 4 different values in 200 rows, few for a key. Is `Company ID` the field Account id (accounts.account_id)?',
    );
  });

  it('and so is a name of five kinds of companies', () => {
    const { asks } = guess(
      {
        Client: cycle(['small', 'medium', 'large', 'public', 'other'], 200),
        'Contract value': companies.map((_, at) => `${at}`),
      },
      'customers',
    );
    expect(asks('Client')).toMatch(/^It has 5 different values in 200 rows/);
  });

  it('is taken where several rows of an account are to be expected', () => {
    const deals = { 'Deal ID': companies, 'Company ID': cycle(companies.slice(0, 40), 200) };
    expect(guess(deals, 'deals').places['Company ID']).toBe('deals.account_id');
    const contracts = {
      'Company ID': cycle(companies.slice(0, 80), 200),
      'Contract start': cycle(['2024-01-01', '2024-02-01', '2025-03-01'], 200),
    };
    expect(guess(contracts, 'customers').places['Company ID']).toBe('customers.account_id');
  });
});
