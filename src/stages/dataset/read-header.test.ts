import { describe, expect, it } from 'vitest';
import { readHeader } from './read-header.ts';

const plain = { currency: null, scale: 1, unit: null, dateOrder: null };

describe('readHeader', () => {
  it.each([
    ['Industry', { ...plain, words: 'industry' }],
    ['isHiring', { ...plain, words: 'is hiring' }],
    ['Industry__c', { ...plain, words: 'industry' }],
    ['Annual revenue (k€)', { ...plain, words: 'annual revenue', currency: 'EUR', scale: 1_000 }],
    ['Umsatz (T€)', { ...plain, words: 'umsatz', currency: 'EUR', scale: 1_000 }],
    ['Umsatz in Mio. €', { ...plain, words: 'umsatz', currency: 'EUR', scale: 1_000_000 }],
    ['Facturación (miles de €)', { ...plain, words: 'facturacion', currency: 'EUR', scale: 1_000 }],
    ['Revenue in thousands', { ...plain, words: 'revenue', scale: 1_000 }],
    ['Revenue ($000s)', { ...plain, words: 'revenue', currency: 'USD', scale: 1_000 }],
    ['Revenue [USD millions]', { ...plain, words: 'revenue', currency: 'USD', scale: 1_000_000 }],
    ['amount_usd', { ...plain, words: 'amount', currency: 'USD' }],
    ['Importe €', { ...plain, words: 'importe', currency: 'EUR' }],
    ['Sales cycle (days)', { ...plain, words: 'sales cycle', unit: 'days' }],
    ['Antigüedad (meses)', { ...plain, words: 'antiguedad', unit: 'months' }],
    ['Margin %', { ...plain, words: 'margin', unit: '%' }],
    ['Size (m)', { ...plain, words: 'size' }],
    ['Size (m2)', { ...plain, words: 'size', unit: 'm2' }],
    ['Close date (MM/DD/YYYY)', { ...plain, words: 'close date', dateOrder: 'mdy' }],
    ['Fecha (dd/mm/aaaa)', { ...plain, words: 'fecha', dateOrder: 'dmy' }],
    ['Datum (TT.MM.JJJJ)', { ...plain, words: 'datum', dateOrder: 'dmy' }],
    ['Company (legal name)', { ...plain, words: 'company' }],
  ])('`%s`', (header, reading) => expect(readHeader(header)).toEqual(reading));
});
