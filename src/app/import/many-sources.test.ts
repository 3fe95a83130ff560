import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../../test/test-workspace.ts';

const months = 40;
const companies = 30;
const fields = ['Industry', 'City', 'Owner', 'Region', 'Segment', 'Source', 'Employees', 'Visits'];

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

/** The export of one month: a company's city is known in every fifth month only, its visits change every month. */
function month(at: number): string {
  const cell = (field: string, company: number) => {
    if (field === 'Visits') return `${at + 1}`;
    if (field === 'Employees') return `${company + 10}`;
    return field === 'City' && at % 5 !== company % 5 ? '' : `${field} ${company % 3}`;
  };
  const rows = Array.from({ length: companies }, (_, place) => {
    const company = place + at;
    return [`A${company}`, `Company ${company} Ltd`, ...fields.map((field) => cell(field, company))].join(
      ',',
    );
  });
  return `Company ID,Company name,${fields.join(',')}\n${rows.join('\n')}\n`;
}

describe('a file for each of 40 months', () => {
  it('makes each company one account, with the first that is known of it', {
    timeout: 300_000,
  }, async () => {
    const files = Array.from({ length: months }, (_, at) => [
      `month-${at + 1}.csv`,
      { text: month(at), as: 'accounts' as const },
    ]);
    const { disagreements, files: reports } = await workspace.import(Object.fromEntries(files));
    expect(reports).toHaveLength(months);
    const accounts = await workspace.rows('accounts', ['account_id', 'city', 'visits', 'employees']);
    expect(accounts).toHaveLength(companies + months - 1);
    expect(new Set(accounts.map(({ account_id }) => account_id)).size).toBe(accounts.length);
    expect(accounts.find(({ account_id }) => account_id === 'A29')).toEqual({
      account_id: 'A29',
      city: 'City 2',
      visits: 1,
      employees: 39,
    });
    expect(disagreements).toMatchObject([{ field: 'visits', rows: companies + months - 3 }]);
    expect(disagreements[0]?.sources).toHaveLength(months);
  });
});
