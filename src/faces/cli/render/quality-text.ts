import type {
  FieldQuality,
  Finding,
  QualityReport,
  Severity,
  SourceQuality,
  TableQuality,
} from '../../../app/report-quality.ts';
import { countWords, holdsWords, percentWords, plural } from '../../words/index.ts';
import type { TextStyle } from '../types.ts';
import { absenceLines } from './absence-text.ts';
import { coverageBar } from './coverage-bar.ts';
import { foundChangesLines } from './found-changes-lines.ts';
import { indentText } from './indent-text.ts';
import { paintFor } from './paint.ts';
import { textTable } from './text-table.ts';

const mostName = 26;

const titles: Readonly<Record<Severity, string>> = {
  high: 'To mend first: figures are wrong until then',
  medium: 'To look at: patterns may be missed or misled',
  low: 'Good to know',
};

/** The state of the data: what each field holds and how well it is known, then what to mend and how. */
export function qualityText(report: QualityReport, style: TextStyle, most: number): string {
  const paint = paintFor(style);
  return [
    paint.bold(`Data quality as of ${report.asOf}, snapshot ${report.snapshot}`),
    ...report.sources.flatMap((source) => [
      indentText(sourceLine(source), style.width, 2),
      ...(source.found === null ? [] : foundChangesLines(source.found, source.as, style)).map(
        (line) => `  ${line}`,
      ),
    ]),
    '',
    ...absenceLines(
      report.absences.filter(({ means }) => means !== null),
      style,
    ),
    ...report.tables.flatMap((table) => [...tableLines(table, style), '']),
    ...findingLines(report.findings, style, most),
  ].join('\n');
}

/** Findings by severity, each with its examples and the command that mends it; of one kind at most so many. */
export function findingLines(
  findings: readonly Finding[],
  style: TextStyle,
  most: number,
): readonly string[] {
  if (findings.length === 0) return ['Nothing to mend was found.'];
  const paint = paintFor(style);
  return (['high', 'medium', 'low'] as const).flatMap((severity) => {
    const found = findings.filter((finding) => finding.severity === severity);
    if (found.length === 0) return [];
    const kinds = [...new Set(found.map(({ kind }) => kind))];
    const lines = kinds.flatMap((kind) =>
      kindLines(
        found.filter((f) => f.kind === kind),
        style,
        most,
      ),
    );
    return [paint.bold(titles[severity]), ...lines, ''];
  });
}

function sourceLine({ name, as, rows, observedOn, importedAt }: SourceQuality): string {
  const day = observedOn ?? importedAt.slice(0, 10);
  return `${name} (${as}, ${day}): ${plural(rows.in, 'row')} = ${countWords(rows.kept)} kept + ${countWords(rows.quarantined)} set aside`;
}

function tableLines({ table, rows, fields }: TableQuality, style: TextStyle): readonly string[] {
  const paint = paintFor(style);
  const prospects = fields.some((field) => field.prospects !== null);
  const longest = Math.min(mostName, Math.max(...fields.map(({ name }) => name.length)));
  const most = Math.max(24, style.width - longest - (prospects ? 60 : 49));
  const grid = textTable(
    [
      { title: '  field', most: mostName + 2 },
      { title: 'kind' },
      { title: 'known' },
      ...(prospects ? [{ title: 'prospects', align: 'right' as const }] : []),
      { title: 'when known' },
      { title: 'holds', most },
    ],
    fields.map((field) => [
      `  ${field.name}`,
      field.kind,
      coverageBar(field.coverage),
      ...(prospects ? [prospectWords(field)] : []),
      whenWords(field),
      holdsWords(field),
    ]),
  );
  return [`${paint.bold(table)}: ${plural(rows, 'row')}`, grid];
}

function prospectWords({ prospects }: FieldQuality): string {
  return prospects === null ? '' : percentWords(prospects.known, prospects.of);
}

function whenWords({ known, knownBy }: FieldQuality): string {
  return known === 'unknown' ? '?' : `${known}${knownBy === 'user' ? ', you' : ''}`;
}

function kindLines(findings: readonly Finding[], style: TextStyle, most: number): readonly string[] {
  const [first] = findings;
  const few = findings.slice(0, most);
  const shown =
    first?.kind === 'when-unknown' && findings.length > 1
      ? [...askWhen(findings.length, style), ...few.flatMap((finding) => moreLines(finding, style))]
      : few.flatMap((finding) => oneFinding(finding, style));
  const more = findings.length - most;
  return more > 0 ? [...shown, `  … and ${countWords(more)} more like this (--all shows them)`] : shown;
}

function oneFinding({ table, field, message, examples, fix }: Finding, style: TextStyle): readonly string[] {
  const place = field === null || table === null ? '' : `${table}: `;
  return [
    indentText(`- ${place}${message}${/[.?!]$/.test(message) ? '' : '.'}`, style.width, 2),
    ...moreLines({ examples, fix }, style),
  ];
}

/** One question for many fields: only the commands differ. */
function askWhen(fields: number, { width }: TextStyle): readonly string[] {
  const text = `- nobody has said of ${countWords(fields)} fields whether they are known before the sale, or only after it (\`--known after\`) and so explain nothing.`;
  return [indentText(text, width, 2)];
}

function moreLines(
  { examples, fix }: Pick<Finding, 'examples' | 'fix'>,
  style: TextStyle,
): readonly string[] {
  return [
    ...(examples.length === 0 ? [] : [indentText(examples.join('; '), style.width, 4)]),
    ...(fix === null ? [] : [`    ${paintFor(style).cyan(fix)}`]),
  ];
}
