import { describe, expect, it } from 'vitest';
import type { CanonicalField, Content } from './canonical-field.ts';
import { canonicalTables } from './canonical-tables.ts';
import { columnsOf, guessPlaces, placesOf, requestFor } from './columns-of.fixture.ts';
import { guessMapping } from './guess-mapping.ts';

/** Twelve rows: enough for a category to be one. */
function rows(...texts: readonly string[]): readonly string[] {
  return Array.from({ length: 12 }, (_, index) => texts[index % texts.length] ?? '');
}

function numbered(prefix: string): readonly string[] {
  return Array.from({ length: 12 }, (_, index) => `${prefix}${index + 1}`);
}

const names = 'Acme,Birch,Cedar,Delta,Elm,Fir,Grove,Hazel,Iris,Juniper,Kelp,Lime'.split(',');
const dates = rows('2024-01-15', '2024-02-20', '2023-11-03');
const emails = names.map((name) => `info@${name.toLowerCase()}.com`);

describe('guessMapping', () => {
  it('parts a flat file of customers over customers, accounts, people and technologies', () => {
    const file = {
      Company: names,
      Website: names.map((name) => `www.${name.toLowerCase()}.com`),
      Industry: rows('dental clinic', 'private clinic'),
      Employees: rows('11-50', '51-200', '1-10'),
      Country: rows('Spain', 'Italy', 'EE.UU.'),
      Practitioners: rows('3', '5', '12'),
      'Contract value': rows('€1,200', '€3,400'),
      'Start date': dates,
      'Days to close': rows('12', '40'),
      'Contact name': names.map((name) => `Ana ${name}`),
      'Contact title': rows('Manager', 'Director'),
      'Contact email': emails,
      'Tools used': rows('Slack; Excel', 'Excel; SAP', 'SAP'),
    };
    const mapping = guessMapping(requestFor(columnsOf(file), { file: 'export.csv' }));
    expect(mapping.as).toBe('customers');
    expect(mapping.confidence).toBeGreaterThanOrEqual(0.8);
    expect(placesOf(mapping)).toEqual({
      Company: 'accounts.name',
      Website: 'accounts.domain',
      Industry: 'accounts.industry',
      Employees: 'accounts.employees',
      Country: 'accounts.country',
      Practitioners: 'accounts.practitioners*',
      'Contract value': 'customers.contract_value',
      'Start date': 'customers.started_on',
      'Days to close': 'customers.days_to_close',
      'Contact name': 'people.name',
      'Contact title': 'people.title',
      'Contact email': 'people.email',
      'Tools used': 'technologies.technology',
    });
    const tools = mapping.columns.find(({ field }) => field === 'technology');
    expect(tools).toMatchObject({ kind: 'set', format: { separator: ';' } });
    expect(mapping.columns.find(({ field }) => field === 'days_to_close')?.unit).toBe('days');
    expect(mapping.columns.find(({ field }) => field === 'contract_value')?.unit).toBe('EUR');
  });

  it('reads the same file with Spanish, Italian and German headers alike', () => {
    const content = [
      names,
      rows('clínica', 'taller'),
      rows('11-50', '51-200'),
      rows('1.200 €', '3.400 €'),
      dates,
    ];
    const places = [
      'accounts.name',
      'accounts.industry',
      'accounts.employees',
      'customers.contract_value',
      'customers.started_on',
    ];
    const headers = [
      ['Cliente', 'Sector', 'Nº de empleados', 'Valor del contrato', 'Fecha de alta'],
      ['Ragione sociale', 'Settore', 'Dipendenti', 'Valore contratto', 'Cliente dal'],
      ['Cliente', 'Setor', 'Número de funcionários', 'Valor do contrato', 'Data de início'],
      ['Raison sociale', "Secteur d'activité", 'Effectif', 'Montant du contrat', 'Client depuis'],
      ['Kunde', 'Branche', 'Mitarbeiterzahl', 'Vertragswert', 'Kunde seit'],
    ];
    for (const line of headers) {
      const file = Object.fromEntries(line.map((header, at) => [header, content[at] ?? []]));
      expect(Object.values(guessPlaces(file))).toEqual(places);
    }
  });

  it('reads a HubSpot export of companies', () => {
    const file = {
      'Record ID': numbered('90071992'),
      'Company name': names,
      'Company owner': rows('Ana', 'Luis'),
      'Create Date': rows('2024-01-15 10:22', '2024-02-20 08:01'),
      'Country/Region': rows('Spain', 'Italy'),
      Industry: rows('HOSPITAL_HEALTH_CARE', 'RETAIL'),
      'Number of Employees': rows('12', '250'),
      'Annual Revenue': rows('1000000', '2500000'),
      'Company Domain Name': names.map((name) => `${name.toLowerCase()}.com`),
      'Lead Status': rows('New', 'Open'),
    };
    const mapping = guessMapping(
      requestFor(columnsOf(file), { file: 'hubspot-crm-exports-all-companies.csv' }),
    );
    expect(mapping.as).toBe('accounts');
    expect(placesOf(mapping)).toEqual({
      'Record ID': 'accounts.account_id',
      'Company name': 'accounts.name',
      'Company owner': 'accounts.owner',
      'Create Date': 'accounts.create_date*',
      'Country/Region': 'accounts.country',
      Industry: 'accounts.industry',
      'Number of Employees': 'accounts.employees',
      'Annual Revenue': 'accounts.revenue',
      'Company Domain Name': 'accounts.domain',
      'Lead Status': 'accounts.lead_status*',
    });
  });

  it('reads a HubSpot export of contacts', () => {
    const file = {
      'Record ID': numbered('1'),
      'First Name': rows('Ana', 'Luis', 'Eva'),
      'Last Name': names,
      Email: emails,
      'Job Title': rows('CEO', 'Manager'),
      'Associated Company': names,
      'Unsubscribed from all email': rows('true', 'false'),
    };
    expect(guessPlaces(file, { file: 'contacts.csv' })).toEqual({
      'Record ID': 'people.person_id',
      'First Name': 'people.first_name',
      'Last Name': 'people.last_name',
      Email: 'people.email',
      'Job Title': 'people.title',
      'Associated Company': 'accounts.name',
      'Unsubscribed from all email': 'people.suppressed',
    });
  });

  it('reads a Salesforce report of opportunities', () => {
    const file = {
      'Opportunity Name': names,
      'Account Name': names,
      Stage: rows('Closed Won', 'Closed Lost', 'Prospecting', 'Needs Analysis'),
      Amount: rows('12000', '500'),
      'Close Date': rows('1/31/2024', '2/5/2024'),
      'Created Date': rows('1/3/2024', '2/4/2024'),
      'Opportunity Owner': rows('Ana', 'Luis'),
      'Lead Source': rows('Web', 'Partner'),
    };
    const mapping = guessMapping(requestFor(columnsOf(file), { file: 'report1699.csv' }));
    expect(mapping.as).toBe('deals');
    expect(placesOf(mapping)).toEqual({
      'Opportunity Name': 'deals.opportunity_name*',
      'Account Name': 'accounts.name',
      Stage: 'deals.outcome',
      Amount: 'deals.amount',
      'Close Date': 'deals.closed_on',
      'Created Date': 'deals.created_on',
      'Opportunity Owner': 'deals.owner',
      'Lead Source': 'deals.source',
    });
    expect(mapping.columns.find(({ field }) => field === 'created_on')).toMatchObject({
      format: { dateOrder: 'mdy' },
      asks: null,
    });
  });

  it('reads a Pipedrive export of deals', () => {
    const file = {
      'Deal - ID': numbered(''),
      'Deal - Title': names,
      'Deal - Organization': names,
      'Deal - Value': rows('1200', '500'),
      'Deal - Currency of Value': rows('EUR'),
      'Deal - Status': rows('Won', 'Lost', 'Open'),
      'Deal - Stage': rows('Qualified', 'Proposal made', 'Demo scheduled'),
      'Deal - Won time': rows('2024-01-31 10:00:00', ''),
      'Deal - Lost reason': rows('', 'Price'),
      'Deal - Deal created': dates,
    };
    const mapping = guessMapping(requestFor(columnsOf(file), { file: 'deals-123.csv' }));
    expect(placesOf(mapping)).toEqual({
      'Deal - ID': 'deals.deal_id',
      'Deal - Title': 'deals.deal_title*',
      'Deal - Organization': 'accounts.name',
      'Deal - Value': 'deals.amount',
      'Deal - Currency of Value': '-',
      'Deal - Status': 'deals.outcome',
      'Deal - Stage': 'deals.stage',
      'Deal - Won time': 'deals.won_on',
      'Deal - Lost reason': 'deals.loss_reason',
      'Deal - Deal created': 'deals.created_on',
    });
    expect(mapping.columns.find(({ field }) => field === 'amount')).toMatchObject({
      unit: 'EUR',
      format: { currency: 'EUR' },
    });
  });

  it('keeps several currencies beside the only sum', () => {
    const file = {
      'Deal ID': numbered('d'),
      Amount: rows('10', '20'),
      Currency: rows('EUR', 'USD'),
      Outcome: rows('won', 'lost'),
    };
    expect(guessPlaces(file)).toMatchObject({ Amount: 'deals.amount', Currency: 'deals.amount_currency*' });
  });

  it.each([
    ['Status', ['Won', 'Lost']],
    ['Result', ['ganado', 'perdido', 'en curso']],
    ['Zustand', ['gewonnen', 'verloren', 'offen']],
    ['Esito', ['vinta', 'persa']],
    ['xyz', ['gagné', 'perdu']],
    ['Deal stage', ['Closed Won', 'Closed Lost', 'Step 3', 'Step 4']],
  ])('`%s` with wins and losses is the outcome of deals', (header, texts) => {
    expect(guessPlaces({ Product: rows('A', 'B', 'C'), [header]: rows(...texts) })).toMatchObject({
      [header]: 'deals.outcome',
    });
  });

  it('a status without wins and losses is no outcome', () => {
    const file = {
      Company: names,
      Industry: rows('a', 'b'),
      Employees: numbered(''),
      Status: rows('Active', 'Inactive'),
    };
    expect(guessPlaces(file)).toMatchObject({ Status: 'accounts.status*' });
  });

  it('attributes of the account in a file of deals go to the account, others stay with the deal', () => {
    const file = {
      'Deal ID': numbered('d'),
      Industry: rows('a', 'b'),
      'Company size': rows('Mid', 'Big'),
      RFP: rows('Yes', 'No'),
      Status: rows('Won', 'Lost'),
    };
    expect(guessPlaces(file)).toEqual({
      'Deal ID': 'deals.deal_id',
      Industry: 'accounts.industry',
      'Company size': 'accounts.company_size*',
      RFP: 'deals.rfp*',
      Status: 'deals.outcome',
    });
  });

  it('deals without any key are each a company, and their attributes describe it', () => {
    const file = {
      RFP: rows('Yes', 'No'),
      'Loss reason': rows('price', 'time'),
      Status: rows('Won', 'Lost'),
    };
    expect(guessPlaces(file)).toMatchObject({ RFP: 'accounts.rfp*', Status: 'deals.outcome' });
  });

  it('of two columns that claim one field the better keeps it', () => {
    const file = {
      Company: names,
      Employees: numbered(''),
      'Company headcount 2022': numbered('1'),
      Revenue: numbered('9'),
    };
    const mapping = guessMapping(requestFor(columnsOf(file)));
    expect(placesOf(mapping)).toMatchObject({
      Employees: 'accounts.employees',
      'Company headcount 2022': 'accounts.company_headcount_2022*',
    });
    expect(mapping.columns[2]).toMatchObject({ asks: null });
    expect(mapping.columns[2]?.why).toContain('`Employees` already fills the field it resembles');
  });

  it('numbers under an unknown header never become a canonical field', () => {
    const file = { Company: names, Industry: rows('a', 'b'), Zzz: numbered('1'), Qqq: rows('€5', '€9') };
    expect(guessPlaces(file)).toMatchObject({ Zzz: 'accounts.zzz*', Qqq: 'accounts.qqq*' });
  });

  it('content against the header keeps a column custom, and asks when it comes near', () => {
    const file = {
      Company: names,
      Industry: rows('a', 'b'),
      Website: names,
      Employees: rows('few', '10', 'many', '12'),
    };
    const mapping = guessMapping(requestFor(columnsOf(file)));
    expect(placesOf(mapping)).toMatchObject({
      Website: 'accounts.website*',
      Employees: 'accounts.employees_2*',
    });
    expect(mapping.columns[3]).toMatchObject({
      confidence: 0.63,
      asks: expect.stringMatching(/^\d+ of its \d+ values, such as `few`, .*\(accounts\.employees\)\?$/),
    });
  });

  it('the record id of a file of customers is their account id', () => {
    const file = { 'Record ID': numbered('80'), Company: names, 'Contract value': numbered('1') };
    expect(guessPlaces(file)['Record ID']).toBe('customers.account_id');
  });

  it('guesses layer and timing of attributes for a person to correct', () => {
    const file = {
      Company: names,
      'Contract value': numbered('1'),
      'Uses scheduling software': rows('yes', 'no'),
      'Postal code': numbered('0800'),
      'Cancellation cause': rows('price', ''),
      Ownership: rows('private', 'public'),
      'Last visit': dates,
      'Lifecycle stage': rows('customer', 'lead'),
    };
    const { columns } = guessMapping(requestFor(columnsOf(file)));
    expect(columns.slice(2).map(({ table, layer, known }) => [table, layer, known])).toEqual([
      ['accounts', 'technographic', 'before'],
      ['accounts', 'geographic', 'before'],
      ['customers', 'outcome', 'after'],
      ['accounts', 'firmographic', 'before'],
      ['accounts', 'behavioural', 'before'],
      ['customers', 'outcome', 'after'],
    ]);
  });

  it('leaves out empty columns and row numbers', () => {
    expect(
      guessPlaces({ '': numbered(''), Company: names, Industry: rows('a', 'b'), Notes: rows('') }),
    ).toMatchObject({
      '': '-',
      Notes: '-',
    });
  });

  it('a file that names nothing is a lookup by the column that names each row once', () => {
    const columns = columnsOf({ product: names, series: rows('a', 'b'), sales_price: numbered('5') });
    const alone = guessMapping(requestFor(columns));
    expect(alone).toMatchObject({ as: 'lookup', confidence: 0.6, lookupKey: 'product' });
    const deals = guessMapping(
      requestFor(columnsOf({ 'deal id': numbered('d'), product: names, status: rows('won', 'lost') })),
    );
    const after = guessMapping(requestFor(columns, { known: { fields: [], columns: deals.columns } }));
    expect(after).toMatchObject({ as: 'lookup', confidence: 0.9, lookupKey: 'product' });
    expect(after.columns.map(({ table, known }) => [table, known])).toEqual(
      rows('deals')
        .slice(0, 3)
        .map((table) => [table, 'unknown']),
    );
  });

  it('the user names the key of a lookup', () => {
    const columns = columnsOf({ mql_id: numbered('m'), seller: names, won_date: dates });
    const mapping = guessMapping(requestFor(columns, { as: 'lookup', key: 'seller' }));
    expect(mapping).toMatchObject({ as: 'lookup', confidence: 1, lookupKey: 'seller' });
    expect(mapping.columns.every(({ custom }) => custom)).toBe(true);
  });

  it('dates that read both ways are read day first and ask', () => {
    const file = {
      Company: names,
      'Contract value': numbered('1'),
      'Start date': rows('03/04/2024', '05/06/2024'),
    };
    expect(guessMapping(requestFor(columnsOf(file))).columns[2]).toMatchObject({
      field: 'started_on',
      format: { dateOrder: 'dmy' },
      asks: 'Do the dates of `Start date` begin with the day? `03/04/2024` is read so.',
    });
  });

  it('names of attributes are unique, in ASCII, and neither reserved nor canonical', () => {
    const file = {
      Company: names,
      Größe: rows('a', 'b'),
      'größe!': rows('c', 'd'),
      Order: rows('e', 'f'),
      '2023 plan': rows('g', 'h'),
      'Revenue low': rows('i', 'j'),
      社員: rows('k', 'l'),
    };
    const places = Object.values(guessPlaces(file, { as: 'accounts' }));
    expect(places).toEqual([
      'accounts.name',
      'accounts.grosse*',
      'accounts.grosse_2*',
      'accounts.order_value*',
      'accounts.n_2023_plan*',
      'accounts.revenue_low_2*',
      'accounts.column_7*',
    ]);
  });
});

describe('canonical files', () => {
  const texts: Readonly<Record<CanonicalField['kind'] | Content, readonly string[]>> = {
    category: rows('red', 'green', 'blue'),
    text: names,
    number: rows('3', '14', '15'),
    money: rows('€300', '€1,400'),
    year: rows('1999', '2004'),
    date: dates,
    boolean: rows('yes', 'no'),
    set: rows('a; b', 'b; c'),
    id: numbered('id-'),
    name: names,
    domain: names.map((name) => `${name.toLowerCase()}.com`),
    email: emails,
    country: rows('ES', 'IT'),
    outcome: rows('won', 'lost', 'open'),
  };
  const tables = Object.entries(canonicalTables).filter(
    ([table]) => table !== 'observations' && table !== 'transactions',
  );

  it.each(tables)('a file with the columns of %s is read as such', (table, fields) => {
    const file = Object.fromEntries(fields.map(({ name, kind, content }) => [name, texts[content ?? kind]]));
    const mapping = guessMapping(requestFor(columnsOf(file)));
    expect(mapping.as).toBe(table);
    expect(placesOf(mapping)).toEqual(
      Object.fromEntries(fields.map(({ name }) => [name, `${table}.${name}`])),
    );
  });
});

describe('decisions', () => {
  const file = { Company: names, Branch: rows('a', 'b'), Size: numbered(''), Note: rows('x', 'y') };
  const columns = columnsOf(file);

  it('what the user says wins over every guess', () => {
    const overrides = [
      { column: 'Branch', field: 'industry' },
      { column: 'Size', field: 'accounts.employees' },
      { column: 'Note', field: '-' },
      { column: 'Company', field: 'Brand name' },
    ];
    const mapping = guessMapping(requestFor(columns, { as: 'customers', overrides }));
    expect(placesOf(mapping)).toEqual({
      Company: 'accounts.brand_name*',
      Branch: 'accounts.industry',
      Size: 'accounts.employees',
      Note: '-',
    });
    expect(
      mapping.columns.every(({ decidedBy, confidence }) => decidedBy === 'user' && confidence === 1),
    ).toBe(true);
  });

  it('asks when the field that the user names is nearly a known one', () => {
    const asks = (field: string) =>
      guessMapping(
        requestFor(columns, { as: 'accounts', overrides: [{ column: 'Branch', field }] }),
      ).columns.find(({ column }) => column === 'Branch')?.asks;
    expect(asks('accounts.indsutry')).toBe('Is `Branch` the field Industry (accounts.industry)?');
    expect(asks('accounts.industry')).toBeNull();
    expect(asks('accounts.favourite_colour')).toBeNull();
  });

  it('a decided field is not given to another column', () => {
    const more = columnsOf({ ...file, Industry: rows('c', 'd') });
    const mapping = guessMapping(
      requestFor(more, { as: 'accounts', overrides: [{ column: 'Branch', field: 'industry' }] }),
    );
    expect(placesOf(mapping)).toMatchObject({
      Branch: 'accounts.industry',
      Industry: 'accounts.industry_2*',
    });
  });

  it('what was decided last time stays, and texts are read as they are written today', () => {
    const before = guessMapping(
      requestFor(columns, { as: 'accounts', overrides: [{ column: 'Size', field: 'employees' }] }),
    );
    const today = columnsOf({ ...file, Size: rows('1.200', '1.100.000'), Fresh: rows('1', '2', '3') });
    const mapping = guessMapping(requestFor(today, { remembered: before }));
    expect(mapping).toMatchObject({
      as: 'accounts',
      confidence: 1,
      why: 'as at the last import of this file',
    });
    expect(mapping.columns[2]).toMatchObject({
      field: 'employees',
      decidedBy: 'user',
      format: { decimal: ',' },
    });
    expect(mapping.columns[1]).toMatchObject({ decidedBy: 'remembered' });
    expect(mapping.columns[4]).toMatchObject({ decidedBy: 'guessed' });
  });

  it('a column that was empty last time is guessed anew', () => {
    const before = guessMapping(requestFor(columnsOf({ ...file, Industry: rows('') }), { as: 'accounts' }));
    const mapping = guessMapping(
      requestFor(columnsOf({ ...file, Industry: rows('a', 'b') }), { remembered: before }),
    );
    expect(placesOf(mapping)).toMatchObject({ Industry: 'accounts.industry' });
  });

  it.each([
    ['Compny', 'name', '`--map` cannot be `Compny=name`: it takes a column of the file, such as `Company`.'],
    [
      'Size',
      'nowhere.employees',
      '`--map` cannot be `Size=nowhere.employees`: it takes a field of one of the tables accounts,',
    ],
    ['Size', 'a.b.c', '`--map` cannot be `Size=a.b.c`: it takes a field, `table.field`, or `-`.'],
    ['Size', '', '`--map` cannot be `Size=`: it takes a field, `table.field`, or `-`.'],
  ])('refuses --map %s=%s', (column, field, message) => {
    expect(() => guessMapping(requestFor(columns, { overrides: [{ column, field }] }))).toThrow(message);
  });

  it('refuses two columns for one field', () => {
    const overrides = [
      { column: 'Branch', field: 'industry' },
      { column: 'Note', field: 'industry' },
    ];
    expect(() => guessMapping(requestFor(columns, { overrides }))).toThrow('`Branch` has accounts.industry');
  });
});
