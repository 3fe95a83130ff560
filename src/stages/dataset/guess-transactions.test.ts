import { describe, expect, it } from 'vitest';
import { columnsOf, placesOf, requestFor } from './columns-of.fixture.ts';
import { guessMapping } from './guess-mapping.ts';

const accounts = Array.from({ length: 40 }, (_, at) => `C${at % 12}`);
const dates = accounts.map((_, at) => `2024-0${1 + (at % 9)}-1${at % 10}`);
const sums = accounts.map((_, at) => `${at * 3.5 + 1}`);
const orders = accounts.map((_, at) => `O-${100 + Math.floor(at / 2)}`);
const counts = accounts.map((_, at) => `${1 + (at % 3)}`);

type File = Readonly<Record<string, readonly string[]>>;

function guess(file: File, rest: Parameters<typeof requestFor>[1] = {}) {
  return guessMapping(requestFor(columnsOf(file), rest));
}

describe('purchases', () => {
  it.each<[string, File]>([
    ['English', { 'Order ID': orders, 'Customer ID': accounts, 'Order date': dates, Total: sums }],
    ['Spanish', { 'Nº pedido': orders, 'Código cliente': accounts, 'Fecha pedido': dates, Importe: sums }],
    ['Italian', { 'Numero ordine': orders, 'Codice cliente': accounts, 'Data ordine': dates, Importo: sums }],
    [
      'Portuguese',
      {
        'Número do pedido': orders,
        'Código do cliente': accounts,
        'Data do pedido': dates,
        'Valor total': sums,
      },
    ],
    [
      'French',
      { 'N° commande': orders, 'Code client': accounts, 'Date de commande': dates, 'Montant HT': sums },
    ],
    ['German', { Bestellnummer: orders, Kundennummer: accounts, Bestelldatum: dates, Betrag: sums }],
  ])('are told by their headers in %s', (_, file) => {
    const mapping = guess(file);
    expect(mapping).toMatchObject({ as: 'transactions', confidence: 0.9 });
    const [order = '', account = '', date = '', amount = ''] = Object.keys(file);
    expect(placesOf(mapping)).toEqual({
      [order]: 'transactions.order_id',
      [account]: 'transactions.account_id',
      [date]: 'transactions.bought_on',
      [amount]: 'transactions.amount',
    });
    expect(mapping.why).toContain(`several rows per \`${account}\``);
  });

  it('are worth quantity times price where no column has the amount', () => {
    const file = {
      Kunde: accounts.map((id) => `Firma ${id}`),
      Datum: dates,
      Menge: counts,
      Einzelpreis: sums,
    };
    expect(placesOf(guess(file))).toEqual({
      Kunde: 'accounts.name',
      Datum: 'transactions.bought_on',
      Menge: 'transactions.quantity',
      Einzelpreis: 'transactions.unit_price',
    });
    const both = guess({ ...file, Gesamtpreis: sums });
    expect(placesOf(both)).toMatchObject({
      Menge: '-',
      Einzelpreis: '-',
      Gesamtpreis: 'transactions.amount',
    });
  });

  it('are asked about, never assumed, where only an amount and a date speak for them', () => {
    const file = { 'Customer ID': accounts, Date: dates, Amount: sums };
    const mapping = guess(file);
    expect(mapping.as).not.toBe('transactions');
    expect(mapping.columns[0]?.asks).toBe(
      'Are the rows purchases, several of one `Customer ID`? Then import with `--as transactions`: they are summed per account.',
    );
    expect(guess(file, { file: 'ventas_2024.csv' })).toMatchObject({ as: 'transactions', confidence: 0.9 });
    expect(guess(file, { as: 'customers' }).columns[0]?.asks ?? '').not.toMatch(/purchases/);
  });

  it.each<[string, File]>([
    ['a pipeline', { 'Deal stage': accounts.map((_, at) => (at % 2 === 0 ? 'Closed Won' : 'Closed Lost')) }],
    ['deals by status', { Status: accounts.map((_, at) => (at % 2 === 0 ? 'won' : 'lost')) }],
  ])('are not %s', (_, more) => {
    const mapping = guess({ 'Customer ID': accounts, Date: dates, Amount: sums, Quantity: counts, ...more });
    expect(mapping.as).toBe('deals');
    expect(mapping.columns[0]?.asks).toBeNull();
  });

  it('are not one row per customer', () => {
    const ids = accounts.map((_, at) => `C${at}`);
    expect(guess({ 'Customer ID': ids, Orders: counts, 'Total spend': sums, 'Last order': dates }).as).toBe(
      'customers',
    );
  });

  it('are told by an order and a price even where the header of their only dates says nothing', () => {
    const file = { order_id: orders, seller_id: accounts, shipping_limit: dates, price: sums };
    const mapping = guess(file);
    expect(mapping).toMatchObject({ as: 'transactions', confidence: 0.85 });
    expect(mapping.columns[2]?.asks).toBe(
      'Is `shipping_limit` the field Bought on (transactions.bought_on)?',
    );
  });

  it('ask for the only column that could date them or say what they are worth', () => {
    const mapping = guess(
      {
        seller_id: accounts,
        order_id: orders,
        shipping_limit: dates,
        cost_xy: sums,
        product: counts.map((n) => (n === '1' ? 'chair' : 'table')),
      },
      { as: 'transactions' },
    );
    expect(mapping.columns.map(({ column, ignored, asks }) => [column, ignored, asks])).toEqual([
      ['seller_id', false, null],
      ['order_id', false, null],
      ['shipping_limit', true, 'Is `shipping_limit` the field Bought on (transactions.bought_on)?'],
      ['cost_xy', true, 'Is `cost_xy` the field Amount (transactions.amount)?'],
      ['product', true, null],
    ]);
  });

  it('keep other columns only where a person maps numbers', () => {
    const file = {
      'Order ID': orders,
      'Customer ID': accounts,
      'Order date': dates,
      Total: sums,
      Freight: sums,
    };
    expect(guess(file).columns[4]).toMatchObject({
      ignored: true,
      why: 'rows are summed per account; `--map "Freight=customers.freight"` keeps its sum',
    });
    const map = (field: string) =>
      guess(file, { as: 'transactions', overrides: [{ column: 'Freight', field }] });
    expect(placesOf(map('freight'))).toMatchObject({ Freight: 'customers.freight*' });
    expect(placesOf(map('purchase_value'))).toMatchObject({ Freight: 'transactions.amount' });
    expect(() =>
      guess(file, { as: 'transactions', overrides: [{ column: 'Order date', field: 'customers.day' }] }),
    ).toThrow(/column of numbers/);
  });
});
