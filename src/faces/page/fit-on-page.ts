import type { Page, PageLine } from '../../stages/profile/index.ts';
import { estimateHeight, sheetHeight, type TypeSize } from './estimate-height.ts';

const MOST = {
  lines: 12,
  anti: 6,
  figures: 5,
  market: 3,
  challenges: 5,
  questions: 10,
  findings: 6,
} as const;

/** The longest text, in characters, that stands on the sheet whole. */
const LONGEST = { name: 90, words: 120, note: 70, because: 90, figure: 110, text: 220 } as const;

const SIZES: readonly TypeSize[] = [9.2, 8.5, 8];

/** Millimetres that the larger types leave free: a smaller one is at hand where the estimate errs. */
const RESERVE = 8;

/** Millimetres of the line that names what moved. */
const NOTICE = 4;

/** What goes on the one sheet, and what moved to the annex, by name. */
export interface FittedPage {
  readonly page: Page;
  /** `2 conditions`, `1 question`: what only the annex holds; empty when everything fits. */
  readonly moved: readonly string[];
  readonly type: TypeSize;
}

/**
 * Takes from a page what one A4 sheet holds in type of 8 points or more: at most 12 conditions, 6 anti lines and 5
 * figures, very long texts shortened; then, while it is still too high, questions, findings and challenges leave one
 * by one. The larger type is taken where there is room.
 */
export function fitOnPage(page: Page): FittedPage {
  let sheet = shorten(takeLists(page));
  const notice = () => (movedOf(page, sheet).length > 0 ? NOTICE : 0);
  const type = SIZES.find(
    (size) => estimateHeight(sheet, size) + notice() <= sheetHeight - (size > 8 ? RESERVE : 0),
  );
  while (type === undefined && estimateHeight(sheet, 8) + notice() > sheetHeight) {
    const smaller = dropOne(sheet);
    if (smaller === null) break;
    sheet = smaller;
  }
  return { page: sheet, moved: movedOf(page, sheet), type: type ?? 8 };
}

function takeLists(page: Page): Page {
  const timing = page.timing.slice(0, Math.max(3, MOST.lines - lineCount(page)));
  const kept = heaviest(page, MOST.lines - timing.length);
  const layers = page.layers
    .map((layer) => ({ ...layer, lines: layer.lines.filter((line) => kept.has(line)) }))
    .filter(({ lines }) => lines.length > 0);
  const left = MOST.lines - timing.length - kept.size;
  return {
    ...page,
    market: page.market.slice(0, MOST.market),
    layers,
    timing,
    evidenceOnly: page.evidenceOnly.slice(0, left),
    anti: page.anti.slice(0, MOST.anti),
    committee: page.committee.slice(0, MOST.figures),
    challenges: page.challenges.slice(0, MOST.challenges),
    questions: page.questions.slice(0, MOST.questions),
    findings: page.findings.slice(0, MOST.findings),
  };
}

/** The fit lines that move most points, whatever their layer; of equal ones the first. */
function heaviest({ layers }: Page, most: number): ReadonlySet<PageLine> {
  const weight = ({ points }: PageLine) => Number(points.replace(/^[+−]/, ''));
  const lines = layers.flatMap((layer) => layer.lines);
  return new Set(lines.sort((left, right) => weight(right) - weight(left)).slice(0, most));
}

/** Leaves out the last of whichever foot column says most; null when there is nothing left to leave out. */
function dropOne(page: Page): Page | null {
  const { questions, findings, challenges, evidenceOnly } = page;
  if (questions.length > 1 && questions.length >= findings.length)
    return { ...page, questions: questions.slice(0, -1) };
  if (findings.length > 1) return { ...page, findings: findings.slice(0, -1) };
  if (challenges.length > 1) return { ...page, challenges: challenges.slice(0, -1) };
  if (evidenceOnly.length > 0) return { ...page, evidenceOnly: evidenceOnly.slice(0, -1) };
  if (questions.length > 0) return { ...page, questions: [] };
  return findings.length > 0 ? { ...page, findings: [] } : null;
}

function shorten(page: Page): Page {
  return {
    ...page,
    head: { ...page.head, name: cut(page.head.name, LONGEST.name) },
    market: page.market.map((text) => cut(text, LONGEST.text)),
    layers: page.layers.map((layer) => ({ ...layer, lines: layer.lines.map(shortLine) })),
    timing: page.timing.map(shortLine),
    evidenceOnly: page.evidenceOnly.map((item) => ({
      ...item,
      words: cut(item.words, LONGEST.words),
      why: cut(item.why, LONGEST.because),
    })),
    anti: page.anti.map(({ words, because }) => ({
      words: cut(words, LONGEST.words),
      because: cut(because, LONGEST.because),
    })),
    committee: page.committee.map(shortFigure),
    challenges: page.challenges.map((text) => cut(text, LONGEST.text)),
    marketSize:
      page.marketSize === null ? null : { ...page.marketSize, how: cut(page.marketSize.how, LONGEST.text) },
    edge: cutOpen(page.edge, LONGEST.text),
    questions: page.questions.map((text) => cut(text, LONGEST.text)),
    findings: page.findings.map((finding) => ({ ...finding, message: cut(finding.message, LONGEST.text) })),
  };
}

function shortLine(line: PageLine): PageLine {
  return { ...line, words: cut(line.words, LONGEST.words), note: cutOpen(line.note, LONGEST.note) };
}

function shortFigure(figure: Page['committee'][number]): Page['committee'][number] {
  const titles = figure.titles.join(', ');
  return {
    role: cut(figure.role, LONGEST.note),
    titles: titles.length <= LONGEST.figure ? figure.titles : [cut(titles, LONGEST.figure)],
    caresAbout: cutOpen(figure.caresAbout, LONGEST.figure),
    angle: cutOpen(figure.angle, LONGEST.figure),
    channel: cutOpen(figure.channel, LONGEST.note),
  };
}

function cutOpen(text: string | null, longest: number): string | null {
  return text === null ? null : cut(text, longest);
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const space = text.lastIndexOf(' ', longest - 1);
  return `${text.slice(0, space > longest / 2 ? space : longest - 1)}…`;
}

function movedOf(page: Page, sheet: Page): readonly string[] {
  const lists = [
    ['condition', lineCount(page) + page.timing.length - lineCount(sheet) - sheet.timing.length],
    ['anti line', page.anti.length - sheet.anti.length],
    ['committee figure', page.committee.length - sheet.committee.length],
    ['market condition', page.market.length - sheet.market.length],
    ['trait without points', page.evidenceOnly.length - sheet.evidenceOnly.length],
    ['challenge', page.challenges.length - sheet.challenges.length],
    ['question', page.questions.length - sheet.questions.length],
    ['finding', page.findings.length - sheet.findings.length],
    [
      'shortened text',
      textsOf(sheet).filter((text) => text.endsWith('…')).length -
        textsOf(takeLists(page)).filter((text) => text.endsWith('…')).length,
    ],
  ] as const;
  return lists
    .filter(([, count]) => count > 0)
    .map(([noun, count]) => `${count} ${noun}${count === 1 ? '' : 's'}`);
}

function textsOf(page: Page): readonly string[] {
  const texts: string[] = [];
  JSON.stringify(page, (_, value) => {
    if (typeof value === 'string') texts.push(value);
    return value;
  });
  return texts;
}

function lineCount({ layers }: Page): number {
  return layers.reduce((sum, { lines }) => sum + lines.length, 0);
}
