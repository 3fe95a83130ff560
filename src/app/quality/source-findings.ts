import type { SourceState } from '../../stages/dataset/index.ts';
import type { CurrentData } from '../current-data.ts';
import { disagreementFindings } from './disagreement-findings.ts';
import { importFix, leftOut, setAsideFix } from './fixes.ts';
import { joinFindings } from './join-findings.ts';
import { shareWords } from './number-words.ts';
import { placeFindings } from './place-findings.ts';
import { tableOf, toFinding } from './to-finding.ts';
import type { Finding, Fix, SetAsideRows } from './types.ts';

const shown = 5;

/** What went wrong when the files were read: rows set aside or repeated, failed joins, columns without a place. */
export function sourceFindings(data: CurrentData, quarantine: readonly SetAsideRows[]): readonly Finding[] {
  return data.commit.sources.flatMap((source) => {
    const aside = quarantine.find((rows) => rows.source === source.name);
    return [
      ...(aside === undefined ? [] : setAside(source, aside)),
      ...repeated(source, aside?.repeats ?? 0),
      ...joinFindings(data, source),
      ...disagreementFindings(data, source),
      ...placeFindings(data, source),
      ...emptyColumns(source),
    ];
  });
}

function setAside(source: SourceState, { rows, repeats, first }: SetAsideRows): readonly Finding[] {
  const count = rows - repeats;
  if (count === 0) return [];
  const examples = first.map(({ line, column, value, reason }) => {
    const cell = column === null ? '' : ` ${column}${value === null ? '' : ` \`${value}\``}:`;
    return `line ${line}:${cell} ${reason}`;
  });
  const message = `\`${source.name}\`: ${shareWords(count, source.rows.in)} rows set aside because something in them does not fit: correct the file and import it again`;
  const counts = { count, of: source.rows.in };
  const said = {
    code: 'rows-set-aside',
    params: { source: source.name, ...counts },
    examples: first.map((row) => ({ ...row })),
  };
  const fix = setAsideFix(source.name);
  return [aboutFile(source, { kind: 'quarantined', ...counts, examples, said, message, ...fix })];
}

function repeated(source: SourceState, aside: number): readonly Finding[] {
  const { name, duplicates: count, rows, repeats = null } = source;
  if (count === 0 || repeats !== null) return [];
  const share = `\`${name}\`: ${shareWords(count, rows.in)} rows`;
  const alike = `${share} kept though cell by cell like an earlier one: what they say counts twice. This sets them aside; \`--repeats keep\` says that each is one of its own`;
  const [message, fix]: readonly [string, Fix] =
    aside > 0
      ? [`${share} set aside because an earlier row has their key`, setAsideFix(name)]
      : [alike, importFix(source, { repeats: 'drop' })];
  const code = aside > 0 ? 'rows-of-one-key' : 'rows-alike';
  const said = { code, params: { source: name, count, of: rows.in }, examples: [] };
  return [aboutFile(source, { kind: 'duplicates', count, of: rows.in, examples: [], said, message, ...fix })];
}

function emptyColumns(source: SourceState): readonly Finding[] {
  const names = source.mapping.columns
    .filter(({ ignored, why }) => ignored && why === 'it is empty')
    .map(({ column }) => column);
  if (names.length === 0) return [];
  const message = `\`${source.name}\`: ${shareWords(names.length, source.mapping.columns.length)} columns without a single value; this leaves them out`;
  const examples = names.slice(0, shown).map((name) => `\`${name}\``);
  const counts = { count: names.length, of: source.mapping.columns.length };
  const fix = importFix(source, { maps: leftOut(names) });
  const said = {
    code: 'empty-columns',
    params: { source: source.name, ...counts },
    examples: names.slice(0, shown).map((column) => ({ column })),
  };
  return [aboutFile(source, { kind: 'empty', ...counts, examples, said, message, ...fix })];
}

function aboutFile(
  source: SourceState,
  found: Omit<Finding, 'severity' | 'table' | 'field' | 'source'>,
): Finding {
  return toFinding({ table: tableOf(source), field: null, source: source.name, ...found });
}
