import { describe, expect, it } from 'vitest';
import { isOneEditApart, matchHeader } from './match-header.ts';
import { readHeader } from './read-header.ts';
import type { FileKind } from './types.ts';

function best(header: string, as: Exclude<FileKind, 'lookup'>): string | null {
  const match = matchHeader(readHeader(header), as)[0];
  return match === undefined || match.score < 0.8 ? null : `${match.field.table}.${match.field.name}`;
}

const byField: Readonly<Record<string, readonly string[]>> = {
  'accounts.name': [
    'Company name',
    'Empresa',
    'Ragione sociale',
    'Nome da empresa',
    'Raison sociale',
    'Firma',
  ],
  'accounts.domain': ['Website', 'Sitio web', 'Sito web', 'Site da empresa', 'Site web', 'Webseite'],
  'accounts.industry': [
    'Industry',
    'Sector de actividad',
    'Settore',
    'Setor',
    "Secteur d'activité",
    'Branche',
  ],
  'accounts.employees': [
    'Number of Employees',
    '# Employees',
    'Nº de empleados',
    'Numero dipendenti',
    'N. dipendenti',
    'Número de funcionários',
    'Nombre de salariés',
    'Effectif',
    'Anzahl Mitarbeiter',
    'Mitarbeiterzahl',
  ],
  'accounts.revenue': [
    'Annual Revenue',
    'Facturación anual',
    'Fatturato',
    'Faturamento',
    "Chiffre d'affaires",
    'Umsatz',
  ],
  'accounts.country': ['Country', 'País', 'Paese', 'Pays', 'Land', 'Country/Region'],
  'accounts.region': ['State/Region', 'Comunidad autónoma', 'Regione', 'UF', 'Département', 'Bundesland'],
  'accounts.city': ['City', 'Ciudad', 'Città', 'Cidade', 'Ville', 'Stadt'],
  'accounts.founded': [
    'Year Founded',
    'Año de fundación',
    'Anno di fondazione',
    'Ano de fundação',
    'Année de création',
    'Gründungsjahr',
  ],
  'customers.contract_value': [
    'Contract value',
    'Valor del contrato',
    'Valore contratto',
    'Valor do contrato',
    'Valeur du contrat',
    'Vertragswert',
  ],
  'customers.started_on': [
    'Customer since',
    'Cliente desde',
    'Cliente dal',
    'Data de início',
    'Client depuis',
    'Kunde seit',
  ],
  'customers.ended_on': [
    'Churn date',
    'Fecha de baja',
    'Data disdetta',
    'Data de cancelamento',
    'Date de résiliation',
    'Kündigungsdatum',
  ],
  'customers.tenure_months': ['Tenure (months)', 'Antigüedad', 'Anzianità', 'Ancienneté', 'Laufzeit'],
  'customers.days_to_close': [
    'Days to close',
    'Días hasta el cierre',
    'Ciclo di vendita',
    'Dias para fechar',
    'Cycle de vente',
    'Tage bis Abschluss',
  ],
  'customers.renewals': [
    'Renewals',
    'Renovaciones',
    'Rinnovi',
    'Renovações',
    'Renouvellements',
    'Verlängerungen',
  ],
  'customers.support_tickets': [
    'Support tickets',
    'Incidencias',
    'Ticket di assistenza',
    'Chamados',
    'Demandes de support',
    'Supportanfragen',
  ],
};

const deals: Readonly<Record<string, readonly string[]>> = {
  'deals.deal_id': ['Opportunity ID', 'Deal - ID', 'Record ID', 'ID oportunidad', 'mql_id'],
  'deals.created_on': [
    'Create Date',
    'Created Date',
    'Deal - Deal created',
    'Fecha de creación',
    'Data creazione',
    'Erstellt am',
  ],
  'deals.closed_on': [
    'Close Date',
    'Deal - Expected close date',
    'Fecha de cierre',
    'Data di chiusura',
    'Date de clôture',
    'Abschlussdatum',
  ],
  'deals.won_on': ['Deal - Won time', 'won_date', 'Gewonnen am'],
  'deals.stage': [
    'Deal Stage',
    'StageName',
    'Stage',
    'Deal - Stage',
    'Etapa del negocio',
    'Fase trattativa',
    'Verkaufsphase',
  ],
  'deals.amount': ['Amount', 'Deal - Value', 'Importe', 'Importo', 'Montant', 'Betrag'],
  'deals.loss_reason': [
    'Closed Lost Reason',
    'Deal - Lost reason',
    'Motivo de pérdida',
    'Motivo perdita',
    'Motivo da perda',
    'Motif de perte',
    'Verlustgrund',
  ],
  'deals.source': ['Lead Source', 'Original Source', 'Origen', 'Fonte', 'Quelle'],
  'deals.owner': [
    'Deal owner',
    'Opportunity Owner',
    'Deal - Owner',
    'Comercial',
    'Venditore',
    'Vendeur',
    'Verkäufer',
  ],
  'accounts.name': ['Account Name', 'Associated Company', 'Organization - Name', 'Deal - Organization'],
  'accounts.industry': ['Account: Industry', 'Sector'],
};

const people: Readonly<Record<string, readonly string[]>> = {
  'people.first_name': ['First Name', 'Vorname', 'Prénom'],
  'people.last_name': ['Last Name', 'Apellidos', 'Cognome', 'Sobrenome', 'Nom de famille', 'Nachname'],
  'people.name': [
    'Full Name',
    'Person - Name',
    'Nombre completo',
    'Nome e cognome',
    'Nom et prénom',
    'Ansprechpartner',
  ],
  'people.title': ['Job Title', 'Title', 'Cargo', 'Ruolo', 'Função', 'Poste', 'Position'],
  'people.email': [
    'Email',
    'Email Address',
    'Person - Email - Work',
    'Correo electrónico',
    'Courriel',
    'E-Mail-Adresse',
  ],
  'people.committee_role': ['Buying Role', 'Rol de compra', 'Ruolo di acquisto'],
  'people.suppressed': ['Unsubscribed from all email', 'Email Opt Out', 'No contactar'],
  'people.account_id': ['Associated Company ID', 'Account ID'],
};

function cases(fields: Readonly<Record<string, readonly string[]>>): readonly (readonly [string, string])[] {
  return Object.entries(fields).flatMap(([field, headers]) =>
    headers.map((header) => [header, field] as const),
  );
}

describe('matchHeader', () => {
  it.each(cases(byField))('in a file of customers `%s` is %s', (header, field) =>
    expect(best(header, 'customers')).toBe(field),
  );
  it.each(cases(deals))('in a file of deals `%s` is %s', (header, field) =>
    expect(best(header, 'deals')).toBe(field),
  );
  it.each(cases(people))('in a file of people `%s` is %s', (header, field) =>
    expect(best(header, 'people')).toBe(field),
  );

  it('the kind of file gives a common word its meaning', () => {
    expect(best('Name', 'accounts')).toBe('accounts.name');
    expect(best('Name', 'people')).toBe('people.name');
    expect(best('Name', 'deals')).toBeNull();
    expect(best('Source', 'customers')).toBe('accounts.channel');
    expect(best('Country', 'people')).toBeNull();
    expect(best('Company country', 'people')).toBe('accounts.country');
    expect(best('Contact email', 'customers')).toBe('people.email');
    expect(best('Date', 'signals')).toBe('signals.observed_on');
    expect(best('Tools used', 'customers')).toBe('technologies.technology');
  });

  it('the id of the account belongs to the table of the file', () => {
    expect(best('Company ID', 'accounts')).toBe('accounts.account_id');
    expect(best('Company ID', 'deals')).toBe('deals.account_id');
    expect(best('seller_id', 'deals')).toBe('deals.account_id');
  });

  it('forgives one letter and a year, not more', () => {
    expect(best('Industri', 'accounts')).toBe('accounts.industry');
    expect(best('Revenue 2023', 'accounts')).toBe('accounts.revenue');
    expect(best('Indust', 'accounts')).toBeNull();
  });

  it('a header that only holds a known one is not sure enough', () => {
    expect(best('native-country', 'accounts')).toBeNull();
    expect(matchHeader(readHeader('native-country'), 'accounts')[0]).toMatchObject({
      field: { name: 'country' },
      score: 0.6 * 1,
    });
  });

  it.each(['practitioners', 'uses_excel', 'ownership', 'Notes', 'x1', ''])(
    '`%s` means no canonical field',
    (header) => {
      expect(matchHeader(readHeader(header), 'customers')).toEqual([]);
    },
  );
});

describe('isOneEditApart', () => {
  it.each([
    ['industry', 'industri', true],
    ['industry', 'industy', true],
    ['industry', 'induustry', true],
    ['industry', 'industry', false],
    ['industry', 'idnustry', false],
    ['', 'a', true],
    ['ab', '', false],
  ])('%s, %s: %s', (a, b, near) => expect(isOneEditApart(a, b)).toBe(near));
});
