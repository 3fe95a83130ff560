import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueText } from './value-text.ts';

const code = 'a1f0c3d4e5b6978812345678901234567890abcd';
const of = (value: unknown): string | null => valueText({ id: 1, custom_fields: { [code]: value } }, code);

describe('a value as text', () => {
  it.each([
    [null, null],
    [undefined, null],
    ['', null],
    ['Añil', 'Añil'],
    [0, '0'],
    [12.5, '12.5'],
    [false, 'false'],
    [201, '201'],
    [[301, 303], '301;303'],
    [[], null],
    [{ value: 200, currency: 'EUR' }, '200'],
    [{ value: null, currency: 'EUR' }, null],
    [{ value: 'Main St 1, Vigo', country: 'Spain' }, 'Main St 1, Vigo'],
    [{ id: 4, label: 'General' }, '4'],
    [{ other: 1 }, '{"other":1}'],
  ])('of %j is %j', (value, text) => {
    expect(of(value)).toBe(text);
  });

  it('takes a part of a custom field and of a standard one', () => {
    const record = {
      id: 1,
      address: { value: 'Main St', country: 'Spain' },
      custom_fields: { [code]: { value: 9, currency: 'USD' } },
    };
    expect(valueText(record, `${code}.currency`)).toBe('USD');
    expect(valueText(record, 'address.country')).toBe('Spain');
    expect(valueText(record, 'address.locality')).toBeNull();
    expect(valueText({ id: 1, custom_fields: null }, `${code}.currency`)).toBeNull();
  });

  it('takes the primary e-mail address, the first where none is, and those with a label', () => {
    const emails = [
      { value: 'b@x.example', label: 'home', primary: false },
      { value: 'a@x.example', label: 'work', primary: true },
      { value: 'c@x.example', label: 'work', primary: false },
    ];
    expect(valueText({ id: 1, emails }, 'emails.primary')).toBe('a@x.example');
    expect(valueText({ id: 1, emails: emails.slice(0, 1) }, 'emails.primary')).toBe('b@x.example');
    expect(valueText({ id: 1, emails }, 'emails.work')).toBe('a@x.example;c@x.example');
    expect(valueText({ id: 1, emails: [] }, 'emails.primary')).toBeNull();
  });

  it('of whatever comes is a text that is not empty, or null', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom(code, `${code}.currency`, `${code}.primary`),
        (value, name) => {
          const text = valueText({ id: 1, custom_fields: { [code]: value } }, name);
          expect(text === null || (typeof text === 'string' && text !== '')).toBe(true);
        },
      ),
    );
  });
});
