import { describe, expect, it } from 'vitest';
import { canonicalField, canonicalTables } from './canonical-tables.ts';
import { compactText, plainText } from './values/index.ts';

const fields = Object.values(canonicalTables).flat();

describe('canonicalTables', () => {
  it('has the columns of the design', () => {
    const names = (table: keyof typeof canonicalTables) => canonicalTables[table].map(({ name }) => name);
    expect(names('accounts')).toEqual(
      'account_id name domain industry employees revenue country region city founded budget channel owner'.split(
        ' ',
      ),
    );
    expect(names('customers')).toEqual(
      (
        'account_id contract_value started_on ended_on tenure_months days_to_close renewals purchases purchase_value first_purchase_on last_purchase_on ' +
        'nps csat support_cost support_tickets gross_margin acquisition_cost referrals expansion'
      ).split(' '),
    );
    expect(names('deals')).toEqual(
      'deal_id account_id created_on closed_on won_on lost_on is_won is_closed outcome amount stage source campaign loss_reason owner'.split(
        ' ',
      ),
    );
    expect(names('feedback')).toEqual(
      'feedback_id account_id kind asked text score scale said_on language speaker'.split(' '),
    );
  });

  it('names every field once per table, and every field knows its table', () => {
    for (const [table, list] of Object.entries(canonicalTables)) {
      expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
      expect(list.every((field) => field.table === table)).toBe(true);
    }
  });

  it('writes headers as plainText gives them', () => {
    const wrong = fields.flatMap(({ aliases }) =>
      aliases
        .map((alias) => alias.replace(/^[~!]/, ''))
        .filter((alias) => plainText(alias) !== alias || alias === ''),
    );
    expect(wrong).toEqual([]);
  });

  it('gives no header of everyday use to two fields of one table', () => {
    for (const list of Object.values(canonicalTables)) {
      const owners = new Map<string, string[]>();
      for (const { name, aliases } of list) {
        for (const alias of aliases.filter((each) => !each.startsWith('!'))) {
          const key = compactText(alias);
          owners.set(key, [...new Set([...(owners.get(key) ?? []), name])]);
        }
      }
      const twice = [...owners].filter(([, names]) => names.length > 1 && !names.includes('account_id'));
      expect(twice).toEqual([]);
    }
  });

  it('marks what is only known after the sale', () => {
    const after = fields.filter(({ known }) => known === 'after').map(({ table }) => table);
    expect(new Set(after)).toEqual(new Set(['customers', 'deals', 'judgements', 'feedback', 'transactions']));
    expect(canonicalField('deals', 'source')?.known).toBe('before');
    expect(canonicalField('deals', 'loss_reason')?.known).toBe('after');
  });

  it('has fixed units for durations', () => {
    expect(canonicalField('customers', 'tenure_months')?.unit).toBe('months');
    expect(canonicalField('customers', 'days_to_close')?.unit).toBe('days');
    expect(canonicalField('customers', 'nonsense')).toBeNull();
  });
});
