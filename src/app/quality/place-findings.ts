import type { FileKind, SourceState } from '../../stages/dataset/index.ts';
import type { CurrentData } from '../current-data.ts';
import { importFix } from './fixes.ts';
import { toFinding } from './to-finding.ts';
import type { Finding } from './types.ts';

/** Columns of one file about which import has a question, with the command that says yes. */
export function placeFindings(data: CurrentData, source: SourceState): readonly Finding[] {
  return source.mapping.columns.flatMap(({ column, table, field, asks, ignored }) => {
    if (asks === null) return [];
    const coverage = data.field(table, field)?.coverage ?? { known: 0, of: source.rows.kept };
    const perhaps = /\(([a-z]+\.[a-z_]+)\)\?$/.exec(asks)?.[1] ?? null;
    const kind = /`--as ([a-z]+)`/.exec(asks)?.[1] ?? null;
    const broken = isMostlyBroken(asks);
    const now = ignored ? 'is not kept' : 'is kept as an attribute of your own';
    const message =
      perhaps === null
        ? `\`${source.name}\`: ${asks} This confirms it`
        : `\`${source.name}\`: \`${column}\` ${now}. ${asks}${broken ? ' Correct it in the file, or leave it out by this' : ''}`;
    const place = { column, field: broken ? '-' : (perhaps ?? `${table}.${field}`) };
    const said = kind === null ? { maps: [place] } : { as: kind as FileKind };
    return [
      toFinding({
        kind: 'to-place',
        table,
        field,
        source: source.name,
        count: coverage.known,
        of: coverage.of,
        examples: [],
        said: {
          code: perhaps === null ? 'kind-unsure' : ignored ? 'column-left-out' : 'column-kept-apart',
          params: { source: source.name, column, perhaps, kind },
          examples: [],
        },
        message,
        ...importFix(source, said),
      }),
    ];
  });
}

/** A file of which more than half is set aside is refused: to say yes would be no way out. */
function isMostlyBroken(asks: string): boolean {
  const [, unreadable, filled] = /^(\d+) of its (\d+) values/.exec(asks) ?? [];
  return Number(unreadable) * 2 > Number(filled);
}
