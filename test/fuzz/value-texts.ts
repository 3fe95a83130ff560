import fc from 'fast-check';

/** Texts that a reader understands: what is mutated is near to them. */
const valid = [
  '1,234.56',
  '1.234,56',
  "1'234.5",
  '12%',
  '(5)',
  '-0.5',
  '1e-7',
  '1 234',
  '12k',
  '€1.2m',
  '$10M-$50M',
  'USD 5',
  '51-200',
  '10k+',
  '<50',
  '1-10 employees',
  '10,000+',
  'up to 99',
  '2024-01-31',
  '31/01/2024',
  '1.2.24',
  'Jan 31, 2024',
  '31 gennaio 2024',
  '2024-01-31T10:00:00.5Z',
  '2024-01-31 10:00:00+02:00',
  '45321',
  'yes',
  'no',
  'vero',
  'Italy',
  'Deutschland',
  'US',
  'United Kingdom',
  'www.acme.co.uk/x?y',
  'https://müller.example',
  'info@acme.example',
  'Acme GmbH & Co. KG',
  'S.p.A.',
  'Closed Won',
  'lost',
  'open',
  'a; b | c',
  'CRM, ERP',
  'n/a',
  '-',
  'Unknown',
  '1996',
  '3 mil',
  '2 years',
  '18 months',
  '1/2',
] as const;
const pieces = [
  '',
  ' ',
  '\t',
  '\n',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\u202e',
  '.',
  ',',
  ';',
  "'",
  '"',
  '-',
  '–',
  '−',
  '/',
  '(',
  ')',
  '%',
  '€',
  '£',
  '₹',
  '$',
  '+',
  'e',
  'k',
  'M',
  'bn',
  'Mio',
  'mil',
  '0',
  '1',
  '٣',
  '９',
  '999999999999999999999',
  'é',
  'ß',
  'İ',
  '\u{1F600}',
  '\ud83d',
  'toString',
  '__proto__',
  'constructor',
  'NaN',
  'Infinity',
  '@',
  ':',
  '\\',
  '{',
  '[',
  '#',
  '\u0301',
] as const;

const mutated = fc
  .tuple(
    fc.constantFrom(...valid),
    fc.array(fc.tuple(fc.nat(), fc.nat(2), fc.constantFrom(...pieces)), { minLength: 0, maxLength: 3 }),
  )
  .map(([text, changes]) =>
    changes.reduce((last, [seed, cut, piece]) => {
      const at = last.length === 0 ? 0 : seed % (last.length + 1);
      return last.slice(0, at) + piece + last.slice(at + cut);
    }, text as string),
  );
const assembled = fc
  .array(fc.constantFrom(...pieces, ...valid), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(''));
const figures = fc.oneof(
  fc.integer().map(String),
  fc.double({ noDefaultInfinity: true, noNaN: true }).map(String),
  fc
    .tuple(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.constantFrom('en-US', 'de-DE', 'fr-CH'))
    .map(([number, locale]) => number.toLocaleString(locale)),
  fc.date({ noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
  fc
    .tuple(fc.nat(40), fc.nat(40), fc.integer({ min: 0, max: 2300 }), fc.constantFrom('/', '-', '.'))
    .map(([day, month, year, mark]) => [day, month, year].join(mark)),
);

/** Texts as they come: printable, of any alphabet, near to valid spellings, put together of awkward pieces. */
export const valueTexts = fc.oneof(
  { weight: 4, arbitrary: mutated },
  { weight: 2, arbitrary: figures },
  { weight: 2, arbitrary: assembled },
  { weight: 1, arbitrary: fc.string() },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);
