import type { SourceState } from '../../stages/dataset/index.ts';
import type { CurrentData } from '../current-data.ts';
import { fieldFix } from './fixes.ts';
import { toFinding } from './to-finding.ts';
import type { Finding } from './types.ts';

/** Fields of which several files say different things, with the command that trusts the other one first. */
export function disagreementFindings(data: CurrentData, source: SourceState): readonly Finding[] {
  return source.disagreements.map(({ table, field, rows, example }) => {
    const { taken, other } = example;
    const of = data.field(table, field)?.coverage.known ?? rows;
    return toFinding({
      kind: 'disagreeing',
      table,
      field,
      count: rows,
      of,
      examples: [
        `\`${example.row.trim()}\`: \`${taken.value}\` in ${taken.source} (taken), \`${other.value}\` in ${other.source}`,
      ],
      said: {
        code: 'disagreeing',
        params: { table, field, count: rows, of, other: other.source, taken: taken.source },
        examples: [
          {
            row: example.row.trim(),
            taken: taken.value,
            takenSource: taken.source,
            other: other.value,
            otherSource: other.source,
          },
        ],
      },
      message: `${table}: files say different things of \`${field}\` in ${rows} of ${of} rows; this trusts ${other.source} before ${taken.source}`,
      ...fieldFix(data, { table, name: field }, { from: [other.source, taken.source] }),
    });
  });
}
