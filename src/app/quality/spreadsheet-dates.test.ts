import { describe, expect, it } from 'vitest';
import { spreadsheetDates } from './spreadsheet-dates.ts';

function was(...values: readonly string[]): readonly string[] {
  return spreadsheetDates(values.map((value) => ({ value, count: 1 }))).map((found) => found.was);
}

describe('bands that a spreadsheet took for dates', () => {
  it('are read back from month and day, either way round', () => {
    expect(was('50-200', 'May-20', '01-May', '6-Sep')).toEqual(['5-20', '1-5', '6-9']);
  });

  it('are none where no band is left to tell that these are bands', () => {
    expect(was('May-20', '01-May')).toEqual([]);
  });

  it('run upwards: what would run down was no band', () => {
    expect(was('50-200', 'Sep-06', '20-May')).toEqual([]);
  });
});
