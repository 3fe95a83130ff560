import type { JoinReport, SourceState } from '../../stages/dataset/index.ts';
import type { CurrentData } from '../current-data.ts';
import { mergeFix, noFix } from './fixes.ts';
import { inWords, shareWords } from './number-words.ts';
import { tableOf, toFinding } from './to-finding.ts';
import type { Finding, Fix } from './types.ts';

const shown = 5;

/** Rows of one file whose account, or whose entry in a lookup, was not found. */
export function joinFindings(data: CurrentData, source: SourceState): readonly Finding[] {
  return source.joins
    .filter(({ unmatched }) => unmatched > 0)
    .map((join) => {
      const of = join.matched + join.unmatched;
      const missing =
        join.to === 'accounts'
          ? 'is not among the accounts: nothing else is known of it'
          : `is not in \`${join.to}\`: what that says of it is missing`;
      return toFinding({
        kind: 'unmatched',
        table: tableOf(source),
        field: null,
        source: source.name,
        count: join.unmatched,
        of,
        examples: join.examples.slice(0, shown).map(({ value, count, nearest }) => {
          const near = nearest === null ? '' : `, nearest \`${nearest}\``;
          return `\`${value}\` (${inWords(count)})${near}`;
        }),
        said: {
          code: join.to === 'accounts' ? 'unmatched-account' : 'unmatched-lookup',
          params: { source: source.name, count: join.unmatched, of, column: join.column, to: join.to },
          examples: join.examples
            .slice(0, shown)
            .map(({ value, count, nearest }) => ({ value, rows: count, nearest })),
        },
        message: `\`${source.name}\`: in ${shareWords(join.unmatched, of)} rows \`${join.column}\` ${missing}`,
        ...mendJoin(data, source, join),
      });
    });
}

/** Writing the values as they are known elsewhere makes the join find them. */
function mendJoin(data: CurrentData, source: SourceState, join: JoinReport): Fix {
  const field = joinedField(data, source, join);
  const pairs = join.examples.flatMap(({ value, nearest }) =>
    nearest === null ? [] : [{ from: value, to: nearest }],
  );
  return field === null ? noFix : mergeFix(data, field, pairs);
}

function joinedField(data: CurrentData, { mapping }: SourceState, { by, column }: JoinReport) {
  if (by === 'name') return data.field('accounts', 'name');
  const key = by === 'key' ? mapping.columns.find((each) => each.column === column) : undefined;
  return key === undefined ? null : data.field(key.table, key.field);
}
