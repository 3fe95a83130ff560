import type { Condition } from '../../base/expr/index.ts';
import { searchGap } from './search-gap.ts';
import type { DraftInput, ScopeFact } from './types.ts';

const FIELDS = ['country', 'industry'];
const LEAST_CUSTOMERS = 10;
const LEAST_KNOWN = 0.8;
const NEARLY_ALL = 0.95;
const MOST_VALUES = 2;
const LEAST_SHARE = 0.1;

/**
 * Market lines of a draft. A market line shuts every other account out, so data alone draws one only where nearly
 * every customer agrees: country or industry, known for at least ten customers and four fifths of them, at most two
 * values (each of a tenth or more) that together hold for 95% of the known, and searchable among prospects.
 */
export function draftMarket({ scopes, fields }: Pick<DraftInput, 'scopes' | 'fields'>): readonly Condition[] {
  return FIELDS.flatMap((name): readonly Condition[] => {
    const scope = scopes.find(({ field }) => field === name);
    const field = fields.find((candidate) => candidate.table === 'accounts' && candidate.name === name);
    if (scope === undefined || (field !== undefined && searchGap(field) !== null)) return [];
    const values = agreedValues(scope);
    return values === null ? [] : [{ op: 'any', field: name, values }];
  });
}

function agreedValues({ values, known, of }: ScopeFact): readonly string[] | null {
  if (known < LEAST_CUSTOMERS || known < LEAST_KNOWN * of) return null;
  const agreed: string[] = [];
  let held = 0;
  for (const { value, count } of [...values].sort((left, right) => right.count - left.count)) {
    if (agreed.length === MOST_VALUES || count < LEAST_SHARE * known) return null;
    agreed.push(value);
    held += count;
    if (held >= NEARLY_ALL * known) return agreed;
  }
  return null;
}
