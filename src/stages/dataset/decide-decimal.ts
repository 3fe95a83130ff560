import type { ReadText } from './column-profile.ts';
import type { NumberReading } from './values/index.ts';

/** The decimal mark of a column, with what stood against it. */
export interface DecimalDecision {
  readonly decimal: '.' | ',' | null;
  readonly conflict: string | null;
  readonly note: string | null;
}

/**
 * Decides the decimal mark by the column's own numbers. `12.5` proves a dot, `1.234.567` a comma. Where every mark
 * stands before exactly three digits it parts thousands, unless other numbers of four digits go without. Short forms
 * such as `€1.2k` decide only where no number written in full does, and never against one: people mix them with
 * `1.234,56`.
 */
export function decideDecimal(values: readonly ReadText[]): DecimalDecision {
  const amounts = values.flatMap(({ value, count, amount }) =>
    (amount?.ends ?? []).map(({ reading, factor }) => ({ reading, short: factor !== null, count, value })),
  );
  const full = amounts.filter(({ short }) => !short);
  if (full.some(({ reading }) => reading.proves !== null)) return decideBy(full);
  const doubtful = full.find(({ reading }) => reading.doubtful !== null)?.reading.doubtful ?? null;
  if (doubtful === null) return decideBy(amounts);
  const other = doubtful === '.' ? ',' : '.';
  const agrees = amounts.some(({ short, reading }) => short && reading.proves === other);
  return agrees ? { decimal: other, conflict: null, note: null } : decideBy(full);
}

function decideBy(readings: readonly Counted[]): DecimalDecision {
  const weigh = (test: (reading: NumberReading) => boolean) =>
    readings.reduce((sum, { reading, count }) => (test(reading) ? sum + count : sum), 0);
  const dots = weigh(({ proves }) => proves === '.');
  const commas = weigh(({ proves }) => proves === ',');
  if (dots > 0 && commas > 0) {
    const decimal = dots >= commas ? '.' : ',';
    const conflict = `${dots} numbers have a decimal point and ${commas} a decimal comma`;
    return { decimal, conflict, note: null };
  }
  if (dots + commas > 0) return { decimal: dots > 0 ? '.' : ',', conflict: null, note: null };
  const doubtful = readings.find(({ reading }) => reading.doubtful !== null);
  if (doubtful === undefined) return { decimal: null, conflict: null, note: null };
  return undecided(doubtful, readings);
}

interface Counted {
  readonly reading: NumberReading;
  readonly value: string;
  readonly count: number;
}

function undecided(doubtful: Counted, readings: readonly Counted[]): DecimalDecision {
  const mark = doubtful.reading.doubtful ?? '.';
  const other = mark === '.' ? ',' : '.';
  if (readings.some(({ reading }) => reading.doubtful === other)) {
    return { decimal: null, conflict: 'both a point and a comma stand before three digits', note: null };
  }
  const bareThousands = readings.some(({ value }) => /^\d{4,}$/.test(value.trim()));
  const decimal = bareThousands ? mark : other;
  const meaning = bareThousands ? 'a number below a thousand' : 'thousands';
  return { decimal, conflict: null, note: `\`${doubtful.value.trim()}\` is read as ${meaning}` };
}
