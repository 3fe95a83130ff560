const codes = new Set(
  (
    'EUR USD GBP CHF JPY CNY SEK NOK DKK ISK PLN CZK HUF RON BGN HRK RSD TRY RUB UAH ILS AED SAR QAR KWD EGP MAD TND ' +
    'ZAR NGN KES GHS INR PKR BDT LKR IDR MYR SGD THB VND PHP KRW TWD HKD AUD NZD CAD MXN BRL ARS CLP COP PEN UYU BOB ' +
    'PYG CRC GTQ DOP VES'
  ).split(' '),
);

const names: Readonly<Record<string, string>> = {
  ...named('EUR', ['€', 'euro', 'euros']),
  ...named('USD', [
    'us$',
    '$us',
    'dollar',
    'dollars',
    'dolar',
    'dolares',
    'dollaro',
    'dollari',
    'bucks',
    'dollars us',
  ]),
  ...named('GBP', [
    '£',
    'pound',
    'pounds',
    'sterling',
    'libra',
    'libras',
    'sterlina',
    'sterline',
    'livre',
    'livres',
  ]),
  ...named('CHF', ['fr', 'sfr', 'francos suizos', 'franken', 'franchi', 'francs suisses', 'swiss francs']),
  ...named('BRL', ['r$', 'real', 'reais', 'reales']),
  ...named('INR', ['₹', 'rs', 'rupee', 'rupees', 'rupias', 'inr']),
  ...named('CAD', ['c$', 'ca$']),
  ...named('AUD', ['a$', 'au$']),
  ...named('NZD', ['nz$']),
  ...named('MXN', ['mx$', 'mex$']),
  ...named('SGD', ['s$']),
  ...named('HKD', ['hk$']),
  ...named('PLN', ['zl', 'zł']),
  ...named('CZK', ['kč', 'kc']),
  ...named('HUF', ['ft']),
  ...named('ILS', ['₪']),
  ...named('KRW', ['₩']),
  ...named('RUB', ['₽']),
  ...named('TRY', ['₺']),
  ...named('UAH', ['₴']),
  ...named('VND', ['₫']),
  ...named('THB', ['฿']),
  ...named('NGN', ['₦']),
  ...named('PHP', ['₱']),
};

/** Signs that several currencies share: the one it means unless the column says otherwise, and the others. */
const shared: Readonly<Record<string, readonly [string | null, ...string[]]>> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'ARS', 'CLP', 'COP', 'UYU', 'TWD', 'BRL', 'DOP'],
  '¥': ['JPY', 'CNY'],
  kr: [null, 'SEK', 'NOK', 'DKK', 'ISK'],
  pesos: [null, 'MXN', 'ARS', 'CLP', 'COP', 'UYU', 'PHP', 'DOP'],
};

/** The signs that may touch a number or a letter, longest first, for splitting a text into words. */
export const currencySigns = /us\$|\$us|r\$|c\$|ca\$|au?\$|nz\$|me?x\$|s\$|hk\$|[$€£¥₹₪₩₽₺₴₫฿₦₱]/g;

/**
 * The currency that a lower-case word or sign names: a code, null for one that is shared and undecided, undefined
 * for a word that is no currency. A bare `$` is US dollars and `¥` is yen unless `column` is another of that family.
 *
 * @example
 * currencyOf('€', null); // 'EUR'
 * currencyOf('$', 'CAD'); // 'CAD'
 */
export function currencyOf(word: string, column: string | null): string | null | undefined {
  const family = Object.hasOwn(shared, word) ? shared[word] : undefined;
  if (family !== undefined) return column !== null && family.includes(column) ? column : family[0];
  const code = word.toUpperCase();
  if (codes.has(code)) return code;
  return Object.hasOwn(names, word) ? names[word] : undefined;
}

function named(code: string, words: readonly string[]): Record<string, string> {
  return Object.fromEntries(words.map((word) => [word, code]));
}

/** True for a code of ISO 4217 that the readers know. */
export function isCurrencyCode(text: string): boolean {
  return codes.has(text);
}
