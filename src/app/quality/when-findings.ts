import {
  and,
  call,
  column,
  count,
  countWhere,
  eq,
  isNotNull,
  named,
  select,
  text,
} from '../../base/sql/index.ts';
import type { Field } from '../../stages/dataset/index.ts';
import type { CurrentData } from '../current-data.ts';
import { isTrait } from '../discover/index.ts';
import type { Workspace } from '../workspace.ts';
import { fieldFix } from './fixes.ts';
import { shareWords } from './number-words.ts';
import { toFinding } from './to-finding.ts';
import type { Finding } from './types.ts';

const mostly = 0.5;
const hardly = 0.1;

/**
 * A trait of which nobody has said when it becomes known. One that is filled for won deals and hardly for others is
 * probably written down after the sale, and the command says so; a person decides.
 */
export async function whenFindings(
  workspace: Workspace,
  data: CurrentData,
  field: Field,
): Promise<readonly Finding[]> {
  const { table, name, coverage } = field;
  const described = table === 'accounts' || table === 'deals';
  if (!described || field.known !== 'unknown' || !isTrait(field) || coverage.known === 0) return [];
  const late = table === 'deals' ? await filledLate(workspace, data, name) : null;
  const message = `nobody has said whether \`${name}\` is known before the sale, or only after it (\`--known after\`) and so explains nothing`;
  const fix = fieldFix(data, field, { known: late === null ? 'before' : 'after' });
  return [
    toFinding({
      kind: 'when-unknown',
      table,
      field: name,
      count: coverage.known,
      of: coverage.of,
      examples: late === null ? [] : [filledWords(name, late)],
      said: { code: 'when-unknown', params: { field: name }, examples: late === null ? [] : [{ ...late }] },
      message,
      ...fix,
    }),
  ];
}

/** Won deals and others, and for how many of them a field is filled. */
interface FilledLate {
  readonly won: number;
  readonly ofWon: number;
  readonly others: number;
  readonly ofOthers: number;
}

function filledWords(name: string, { won, ofWon, others, ofOthers }: FilledLate): string {
  const counts = `${shareWords(won, ofWon)} won deals and ${shareWords(others, ofOthers)} others`;
  return `\`${name}\` is filled for ${counts}: probably written down after the sale`;
}

/** For how many won deals and others a field is filled; null when it is not filled mostly for won deals. */
async function filledLate(workspace: Workspace, data: CurrentData, name: string): Promise<FilledLate | null> {
  const from = data.tables.deals;
  if (from === undefined || data.field('deals', 'outcome') === null) return null;
  const known = isNotNull(column(name));
  const won = eq(call('coalesce', column('outcome'), text('open')), text('won'));
  const [row] = await workspace.engine.rows(
    select({
      columns: [
        named(count(), 'rows'),
        named(countWhere(known), 'known'),
        named(countWhere(won), 'won'),
        named(countWhere(and([won, known])), 'both'),
      ],
      from,
    }),
  );
  const [rows = 0, all = 0, wins = 0, both = 0] = ['rows', 'known', 'won', 'both'].map((as) =>
    Number(row?.[as]),
  );
  const late = wins > 0 && both >= mostly * wins && all - both < hardly * (rows - wins);
  return late ? { won: both, ofWon: wins, others: all - both, ofOthers: rows - wins } : null;
}
