import picocolors from 'picocolors';
import type { Page, PageLine } from '../../stages/profile/index.ts';
import { evidenceWords } from './evidence-words.ts';
import { headFacts, signatures } from './head-facts.ts';
import { isMeasured } from './is-measured.ts';
import { pointsWords } from './points-words.ts';
import { textMark } from './text-mark.ts';
import { wrapText } from './wrap-text.ts';

/** How a terminal shows text. */
export interface PageTextStyle {
  /** Columns. */
  readonly width: number;
  readonly color: boolean;
}

type Paint = ReturnType<typeof picocolors.createColors>;

/** The page for a terminal; it says the same as the printed one and leaves nothing out. */
export function renderText(page: Page, { width, color }: PageTextStyle): string {
  const paint = picocolors.createColors(color);
  const clean = printable(page);
  const sections = [
    head(clean, width, paint),
    lines(clean, width, paint),
    section('Anti-ICP (who is out)', antiLines(clean, width, paint), paint),
    section(`Scoring (of ${pointsWords(clean.scoring.attainable)})`, scoring(clean, width, paint), paint),
    section('Budget', [clean.budget ?? 'open'], paint),
    section('Market size', sizeLines(clean, width), paint),
    section('Edge', wrapText(clean.edge ?? 'open', width - 2), paint),
    clean.head.of === 'person'
      ? ''
      : section('Buying committee (who inside)', committee(clean, width, paint), paint),
    section('Challenges', bullets(clean.challenges, width), paint),
    section('Questions', bullets(clean.questions, width), paint),
    section('To fix', findings(clean, width, paint), paint),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

function head({ head: facts, market }: Page, width: number, paint: Paint): string {
  const mark = facts.status === 'supported' ? paint.green : paint.yellow;
  const signed = signatures(facts) ?? 'not signed yet';
  const scope = market.length === 0 ? 'open: every account is scored' : market.join('; ');
  return [
    `${paint.bold(facts.name)}  ${mark(facts.status)}`,
    ...wrapText([...headFacts(facts), signed].join(' · '), width).map(paint.dim),
    ...wrapText(facts.statusInWords, width).map(paint.dim),
    '',
    ...hanging('Market  ', scope, width).map((text, at) =>
      at === 0 ? text.replace('Market', paint.bold('Market')) : text,
    ),
  ].join('\n');
}

function lines(page: Page, width: number, paint: Paint): string {
  const { layers, timing, evidenceOnly } = page;
  const fit = layers.flatMap(({ title, lines: items }) => [
    paint.dim(title),
    ...items.flatMap((line) => row(line, width, paint)),
  ]);
  const only = evidenceOnly.flatMap(({ words, why, evidence }) =>
    row({ points: '·', words, note: why, fades: null, evidence }, width, paint),
  );
  const legend = isMeasured(page)
    ? paint.dim('● best on its 90% interval, ○ others, from 0 to 100%')
    : paint.dim('believed, nothing measured yet');
  return [
    section('Fit (who)', [legend, ...(fit.length === 0 ? ['nothing earns points yet'] : fit)], paint),
    only.length === 0 ? '' : section('Seen at customers, earns no points', only, paint),
    section(
      'Timing (when)',
      timing.length === 0 ? ['no signal yet'] : timing.flatMap((line) => row(line, width, paint)),
      paint,
    ),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function row(
  { points, words, note, fades, evidence }: PageLine,
  width: number,
  paint: Paint,
): readonly string[] {
  const tint = points.startsWith('+') ? paint.green : points.startsWith('−') ? paint.red : paint.dim;
  const said = [words, fades, note].filter((text) => text !== null).join('; ');
  const [first = '', ...more] = wrapText(said, width - 7);
  const measured =
    evidence === null ? [] : [textMark(evidence), ...wrapText(evidenceWords(evidence), width - 7)];
  const shown =
    measured.length > 1 && measured[0]!.length + measured[1]!.length + 9 <= width
      ? [`${measured[0]}  ${measured[1]}`, ...measured.slice(2)]
      : measured;
  return [
    `${tint(points.padStart(3))}  ${first}`,
    ...more.map((text) => `     ${text}`),
    ...shown.map((text) => paint.dim(`     ${text}`)),
  ];
}

function antiLines({ anti }: Page, width: number, paint: Paint): readonly string[] {
  if (anti.length === 0) return ['nobody yet: ask whom sales and support would refuse, and why'];
  return anti.flatMap(({ words, because }) =>
    hanging('- ', `${words}: ${because}`, width - 2).map((text, at) =>
      at === 0 ? text.replace('-', paint.red('-')) : text,
    ),
  );
}

function scoring(
  { scoring: { tiers, timing, queue, left } }: Page,
  width: number,
  paint: Paint,
): readonly string[] {
  const rows = tiers.map(({ tier, from, play, accounts }) => {
    const count = accounts === null ? '' : accounts.toLocaleString('en').padStart(12);
    return `${paint.bold(tier)}  ${from.padEnd(12)} ${play.padEnd(18)}${count}`.trimEnd();
  });
  const notes = [timing, `Order: ${queue}`, left].filter((text) => text !== null).join('. ');
  return [...rows, ...wrapText(`${notes}.`, width - 2)];
}

function sizeLines({ marketSize }: Page, width: number): readonly string[] {
  return marketSize === null ? ['open'] : wrapText(`${marketSize.value}: ${marketSize.how}`, width - 2);
}

function committee({ committee: figures }: Page, width: number, paint: Paint): readonly string[] {
  if (figures.length === 0) return ['nobody named yet: who decides, who uses it, who can stop it?'];
  return figures.flatMap(({ role, titles, caresAbout, angle, channel }) => [
    `${paint.bold(role)}${titles.length === 0 ? '' : `: ${titles.join(', ')}`}`,
    ...hanging('  cares about  ', caresAbout ?? 'open', width - 2),
    ...hanging('  angle        ', angle ?? 'open', width - 2),
    ...hanging('  reached by   ', channel ?? 'open', width - 2),
  ]);
}

function findings({ findings: found }: Page, width: number, paint: Paint): readonly string[] {
  const tint = { error: paint.red, warning: paint.yellow, note: paint.dim } as const;
  return found.flatMap(({ severity, message, remedy, path }) => {
    const place = path === null ? '' : ` (${path})`;
    const [first = '', ...more] = hanging(severity.padEnd(9), `${message}${place} ${remedy}`, width - 2);
    return [first.replace(severity, tint[severity](severity)), ...more];
  });
}

function bullets(texts: readonly string[], width: number): readonly string[] {
  return texts.flatMap((text) => hanging('- ', text, width - 2));
}

function hanging(label: string, text: string, width: number): readonly string[] {
  return wrapText(text, width - label.length).map(
    (line, at) => `${at === 0 ? label : ' '.repeat(label.length)}${line}`,
  );
}

function section(title: string, body: readonly string[], paint: Paint): string {
  return body.length === 0 ? '' : [paint.bold(title), ...body.map((line) => `  ${line}`)].join('\n');
}

/** A page whose texts cannot move the cursor or recolour the terminal. */
function printable(page: Page): Page {
  const control = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
  return JSON.parse(JSON.stringify(page), (_, value) =>
    typeof value === 'string' ? value.replace(control, ' ') : value,
  );
}
