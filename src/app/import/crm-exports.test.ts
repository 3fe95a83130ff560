import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileSource, type TestWorkspace, testWorkspace } from '../../../test/test-workspace.ts';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

type Files = Readonly<Record<'accounts' | 'deals' | 'people', string>>;

const hubspot: Files = {
  accounts: `Record ID,Company name,Company owner,Create Date,City,Country/Region,Industry,Company Domain Name,Number of Employees,Annual Revenue,Lifecycle Stage
1,Norte Clinic,Ana Gil,2023-02-01 09:30,Bilbao,Spain,Health,norteclinic.es,40,1200000,Customer
2,Rhein Labs,Tom Roth,2023-03-01 10:00,Köln,Germany,Science,rheinlabs.de,120,5400000,Lead
3,Loire Foods,Ana Gil,2023-04-01 10:00,Nantes,France,Food,loirefoods.fr,15,800000,Lead
`,
  deals: `Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Currency,Create Date,Pipeline,Associated Company IDs,Associated Company
11,Norte start,Closed Won,2023-06-30 12:00,Ana Gil,9000,EUR,2023-03-05 09:00,Sales Pipeline,1,Norte Clinic
12,Rhein trial,Closed Lost,2023-07-31 12:00,Tom Roth,12000,EUR,2023-04-05 09:00,Sales Pipeline,2;3,Rhein Labs
13,Loire pilot,Appointment Scheduled,2023-12-31 12:00,Ana Gil,3000,EUR,2023-05-05 09:00,Sales Pipeline,3,Loire Foods
`,
  people: `Record ID,First Name,Last Name,Email,Phone Number,Job Title,Contact owner,Lifecycle Stage,Create Date,Associated Company IDs,Associated Company
21,Eva,Sanz,eva@norteclinic.es,+34 600 000 001,CFO,Ana Gil,Customer,2023-02-02 08:00,1,Norte Clinic
22,Jan,Kurz,jan@rheinlabs.de,+49 150 000 002,Head of IT,Tom Roth,Lead,2023-03-02 08:00,2,Rhein Labs
`,
};

const salesforce: Files = {
  accounts: `Id,Name,Type,Website,Industry,NumberOfEmployees,AnnualRevenue,BillingCity,BillingCountry,OwnerId,CreatedDate
1,Norte Clinic,Customer,https://norteclinic.es,Health,40,1200000,Bilbao,Spain,005A1,2023-02-01T09:30:00.000Z
2,Rhein Labs,Prospect,https://www.rheinlabs.de,Science,120,5400000,Köln,Germany,005A2,2023-03-01T10:00:00.000Z
3,Loire Foods,Prospect,loirefoods.fr,Food,15,800000,Nantes,France,005A1,2023-04-01T10:00:00.000Z
`,
  deals: `Id,AccountId,Name,StageName,Amount,CurrencyIsoCode,CloseDate,CreatedDate,IsWon,IsClosed,LeadSource,OwnerId
11,1,Norte start,Signed and sealed,9000,EUR,2023-06-30,2023-03-05T09:00:00.000Z,true,true,Web,005A1
12,2,Rhein trial,Gone quiet,12000,EUR,2023-07-31,2023-04-05T09:00:00.000Z,false,true,Event,005A2
13,3,Loire pilot,Talking,3000,EUR,2023-12-31,2023-05-05T09:00:00.000Z,false,false,Web,005A1
`,
  people: `Id,AccountId,FirstName,LastName,Email,Title,CreatedDate,HasOptedOutOfEmail
21,1,Eva,Sanz,eva@norteclinic.es,CFO,2023-02-02T08:00:00.000Z,false
22,2,Jan,Kurz,jan@rheinlabs.de,Head of IT,2023-03-02T08:00:00.000Z,true
`,
};

const pipedrive: Files = {
  accounts: `Organization - ID,Organization - Name,Organization - Owner,Organization - City/town/village/locality of Address,Organization - Country of Address,Organization - Website,Organization - Industry,Organization - Number of employees,Organization - Annual revenue,Organization - Organization created
1,Norte Clinic,Ana Gil,Bilbao,Spain,norteclinic.es,Health,40,1200000,2023-02-01 09:30:00
2,Rhein Labs,Tom Roth,Köln,Germany,rheinlabs.de,Science,120,5400000,2023-03-01 10:00:00
3,Loire Foods,Ana Gil,Nantes,France,loirefoods.fr,Food,15,800000,2023-04-01 10:00:00
`,
  deals: `Deal - ID,Deal - Title,Deal - Value,Deal - Currency of Value,Deal - Status,Deal - Stage,Deal - Deal created,Deal - Deal closed on,Deal - Lost reason,Deal - Owner,Deal - Organization,Organization - ID
11,Norte start,9000,EUR,Won,Proposal Made,2023-03-05 09:00:00,2023-06-30 12:00:00,,Ana Gil,Norte Clinic,1
12,Rhein trial,12000,EUR,Lost,Qualified,2023-04-05 09:00:00,2023-07-31 12:00:00,Price,Tom Roth,Rhein Labs,2
13,Loire pilot,3000,EUR,Open,Qualified,2023-05-05 09:00:00,2023-12-31 12:00:00,,Ana Gil,Loire Foods,3
`,
  people: `Person - ID,Person - Name,Person - Organization,Organization - ID,Person - Email - Work,Person - Phone - Work,Person - Job title,Person - Owner
21,Eva Sanz,Norte Clinic,1,eva@norteclinic.es,+34 600 000 001,CFO,Ana Gil
22,Jan Kurz,Rhein Labs,2,jan@rheinlabs.de,+49 150 000 002,Head of IT,Tom Roth
`,
};

const columns = {
  accounts: ['account_id', 'name', 'domain', 'industry', 'country', 'employees', 'revenue'],
  deals: ['deal_id', 'account_id', 'outcome', 'amount', 'created_on', 'closed_on'],
  people: ['person_id', 'account_id', 'title', 'email'],
} as const;

async function tables() {
  const rows = Object.entries(columns).map(async ([table, names]) => {
    const found = await workspace.rows(table as keyof typeof columns, names);
    return [table, found.map((row) => Object.values(row))] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
}

const company = {
  accounts: [
    ['1', 'Norte Clinic', 'norteclinic.es', 'Health', 'ES', 40, 1_200_000],
    ['2', 'Rhein Labs', 'rheinlabs.de', 'Science', 'DE', 120, 5_400_000],
    ['3', 'Loire Foods', 'loirefoods.fr', 'Food', 'FR', 15, 800_000],
  ],
  deals: [
    ['11', '1', 'won', 9000, '2023-03-05', '2023-06-30'],
    ['12', '2', 'lost', 12_000, '2023-04-05', '2023-07-31'],
    ['13', '3', 'open', 3000, '2023-05-05', '2023-12-31'],
  ],
  people: [
    ['21', '1', 'CFO', 'eva@norteclinic.es'],
    ['22', '2', 'Head of IT', 'jan@rheinlabs.de'],
  ],
};

describe('exports of a CRM', () => {
  it.each<[string, Files]>([
    ['HubSpot', hubspot],
    ['Salesforce', salesforce],
    ['Pipedrive', pipedrive],
  ])('of %s are told by their headers and give the same tables', async (system, files) => {
    const given: Record<string, FileSource> = {};
    for (const [name, text] of Object.entries(files)) given[`export-${name.slice(0, 1)}.csv`] = text;
    const result = await workspace.import(given);
    expect(result.files.map(({ mapping }) => [mapping.as, mapping.why])).toEqual([
      ['accounts', `${system} export of companies`],
      ['deals', `${system} export of deals`],
      ['people', `${system} export of contacts`],
    ]);
    expect(await tables()).toEqual(company);
    expect(result.joins.map(({ by, unmatched }) => [by, unmatched])).toEqual([
      ['account_id', 0],
      ['account_id', 0],
    ]);
    const fields = (await workspace.store.head())?.snapshot.fields ?? [];
    expect(fields.find(({ table, name }) => table === 'deals' && name === 'amount')?.unit).toBe('EUR');
  });

  it('say in how many rows a cell names several companies: the first is taken', async () => {
    const result = await workspace.import({ 'c.csv': hubspot.accounts, 'd.csv': hubspot.deals });
    expect(result.files[1]?.rows).toEqual({ in: 3, kept: 3, quarantined: 0 });
    expect(result.files[1]?.warnings).toEqual([
      '`Associated Company IDs` names several accounts in 1 row: the first of them is taken.',
    ]);
  });

  it('of HubSpot in German and Spanish are told too', async () => {
    const deals = {
      'deals-de.csv':
        'Datensatz-ID,Deal-Name,Dealphase,Abschlussdatum,Deal-Inhaber,Betrag,Währung,Erstellungsdatum,Unternehmens-ID\n11,Start,Abgeschlossen und gewonnen,30.06.2023,Ana,"9.000,50",EUR,05.03.2023,1\n12,Test,Abgeschlossen und verloren,31.07.2023,Tom,"12.000,00",EUR,05.04.2023,2\n',
      'negocios.csv':
        'ID de registro,Nombre del negocio,Etapa del negocio,Fecha de cierre,Propietario del negocio,Importe,Moneda,Fecha de creación,ID de empresa asociada\n21,Inicio,Cierre ganado,30/06/2023,Ana,"9.000,50",EUR,05/03/2023,1\n22,Prueba,Cierre perdido,31/07/2023,Tom,"12.000,00",EUR,15/04/2023,2\n',
    };
    const result = await workspace.import(deals);
    expect(result.files.map(({ mapping }) => mapping.why)).toEqual([
      'HubSpot export of deals',
      'HubSpot export of deals',
    ]);
    expect(await dealRows(['deal_id', 'account_id', 'outcome', 'amount', 'closed_on'])).toEqual([
      ['11', '1', 'won', 9000.5, '2023-06-30'],
      ['12', '2', 'lost', 12_000, '2023-07-31'],
      ['21', '1', 'won', 9000.5, '2023-06-30'],
      ['22', '2', 'lost', 12_000, '2023-07-31'],
    ]);
  });
});

async function dealRows(names: readonly string[]) {
  return (await workspace.rows('deals', names)).map((row) => Object.values(row));
}
