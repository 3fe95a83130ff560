import type { Page, PageLine } from '../../stages/profile/index.ts';
import { headFacts, signatures } from './head-facts.ts';
import { isMeasured } from './is-measured.ts';

const MM_PER_POINT = 0.3528;
const LINE = { 8: 1.25, 8.5: 1.3, 9.2: 1.34 } as const;
/** Mean width of a character in em: on the wide side of the usual system fonts, so that estimates err upwards. */
const CHARACTER = 0.485;
const WIDTH = { sheet: 186, words: 51, bareWords: 117, anti: 49, aside: 53, budget: 62, open: 36 } as const;
const GAP = { 8: 2.8, 8.5: 4.2, 9.2: 6 } as const;
const ROW_PADDING = { 8: 1, 8.5: 1.7, 9.2: 2.8 } as const;

/** Type sizes of the sheet, in points. */
export type TypeSize = keyof typeof GAP;

/** Height in millimetres that one printed sheet offers. */
export const sheetHeight = 280;

/** How high a page prints in a type size, in millimetres, estimated from its texts. */
export function estimateHeight(page: Page, type: TypeSize): number {
  const blocks = Object.values(blockHeights(page, type));
  return blocks.reduce((sum, block) => sum + block, 0) + (blocks.length - 1) * GAP[type];
}

/** The same, block by block from the top of the sheet. */
export function blockHeights(page: Page, type: TypeSize): Readonly<Record<string, number>> {
  const { text, small } = measures(type);
  const heading = type * 1.06 * MM_PER_POINT * 1.2 + 2.8;
  return {
    head: headHeight(page, text, small),
    main: Math.max(linesHeight(page, type, heading), asideHeight(page, type, heading)),
    strip: stripHeight(page, type, text),
    committee: page.head.of === 'company' ? committeeHeight(page, text, heading) : 0,
    bottom: heading + bottomHeight(page, text),
    foot: small('legend '.repeat(18), WIDTH.sheet) + 1.4,
  };
}

type Measure = (words: string, width: number) => number;

function measures(type: TypeSize): { readonly text: Measure; readonly small: Measure } {
  const measure =
    (points: number): Measure =>
    (words, width) =>
      lineCount(words, width / (points * MM_PER_POINT * CHARACTER)) * points * MM_PER_POINT * LINE[type];
  return { text: measure(type), small: measure(8) };
}

/** Lines that a text takes, broken at spaces like a browser breaks it. */
function lineCount(words: string, perLine: number): number {
  let lines = 0;
  let room = 0;
  for (const word of words.split(' ').filter((part) => part !== '')) {
    if (word.length > room) {
      const taken = Math.max(1, Math.ceil(word.length / perLine));
      lines += taken;
      room = taken * perLine - word.length - 1;
    } else {
      room -= word.length + 1;
    }
  }
  return lines;
}

function headHeight({ head, market }: Page, text: Measure, small: Measure): number {
  const facts = [...headFacts(head), signatures(head) ?? 'not signed yet'].join(' · ');
  const scope = market.length === 0 ? 'open: every account is scored' : market.join('; ');
  return lineCount(head.name, 40) * 8 + small(facts, WIDTH.sheet) + text(`Market ${scope}`, 180) + 5.4;
}

function linesHeight({ layers, timing, evidenceOnly }: Page, type: TypeSize, heading: number): number {
  const { text, small } = measures(type);
  const bare = !isMeasured({ layers, timing, evidenceOnly });
  const width = bare ? WIDTH.bareWords : WIDTH.words;
  const row = ({ words, note, fades }: Pick<PageLine, 'words' | 'note' | 'fades'>): number => {
    const below = [fades, note].filter((part) => part !== null).join('; ');
    const inline = type < 9 && !bare;
    const lines = inline ? text(`${words} ${below}`.trim(), width) : text(words, width) + small(below, width);
    return Math.max(lines, bare ? 0 : 6.7) + ROW_PADDING[type];
  };
  const titled = layers.length + (evidenceOnly.length > 0 ? 1 : 0);
  const rows = [
    ...layers.flatMap(({ lines }) => lines),
    ...timing,
    ...evidenceOnly.map(({ words, why }) => ({ words, note: why, fades: null })),
  ];
  const empty = (layers.length === 0 ? 4.5 : 0) + (timing.length === 0 ? 4.5 : 0);
  return 2 * heading + 3.2 + titled * 4.4 + rows.map(row).reduce((sum, height) => sum + height, 0) + empty;
}

function asideHeight({ anti, scoring }: Page, type: TypeSize, heading: number): number {
  const { text, small } = measures(type);
  const out = anti.map(({ words, because }) => text(words, WIDTH.anti) + small(because, WIDTH.anti) + 1);
  const accountsKnown = scoring.left !== null;
  const tiers = scoring.tiers.map(({ from, play }) => text(`${from} ${play}`, accountsKnown ? 35 : 45) + 0.6);
  const notes = small(`${scoring.timing}. Order: ${scoring.queue}. ${scoring.left ?? ''}`, WIDTH.aside) + 0.8;
  return (
    2 * heading +
    3.2 +
    (anti.length === 0 ? 9 : 0) +
    [...out, ...tiers, notes].reduce((sum, height) => sum + height, 0)
  );
}

function stripHeight({ budget, marketSize, edge }: Page, type: TypeSize, text: Measure): number {
  const size = marketSize === null ? 'open' : `${marketSize.value} ${marketSize.how}`;
  const first = `Budget ${budget ?? 'open'}`;
  const firstWidth = Math.min(WIDTH.budget, first.length * type * MM_PER_POINT * CHARACTER);
  const room = WIDTH.sheet - firstWidth - 19.2;
  const others = marketSize === null || edge === null ? room - WIDTH.open : room / 2;
  const columns = [
    text(first, WIDTH.budget),
    text(`Market size ${size}`, others),
    text(`Edge “${edge ?? 'open'}”`, others),
  ];
  return Math.max(...columns) + 2.2;
}

function committeeHeight({ committee }: Page, text: Measure, heading: number): number {
  if (committee.length === 0) return heading + 4.5;
  const width = (WIDTH.sheet - 4 * (committee.length - 1)) / committee.length - 3.4;
  const cards = committee.map(
    ({ role, titles, caresAbout, angle, channel }) =>
      text(role, width) +
      text(titles.join(', ') || 'open', width) +
      text(`Cares about ${caresAbout ?? 'open'}`, width) +
      text(`Angle ${angle ?? 'open'}`, width) +
      text(`Reached by ${channel ?? 'open'}`, width) +
      3,
  );
  return heading + Math.max(...cards);
}

function bottomHeight(page: Page, text: Measure): number {
  const columns = bottomColumns(page);
  const all = columns.reduce((sum, { weight }) => sum + weight, 0);
  const room = WIDTH.sheet - 6 * (columns.length - 1);
  const heights = columns.map(({ texts, weight }) =>
    texts
      .map((words) => text(words, (room * weight) / all - 3) + 0.9)
      .reduce((sum, height) => sum + height, 0),
  );
  return Math.max(...heights, 4.5);
}

interface Column {
  readonly kind: 'challenges' | 'questions' | 'findings';
  readonly texts: readonly string[];
}

/** The columns at the foot of the page and their share of its width, by how much each has to say. */
export function bottomColumns({
  challenges,
  questions,
  findings,
}: Page): readonly (Column & { readonly weight: number })[] {
  const columns: readonly Column[] = [
    { kind: 'challenges', texts: challenges },
    { kind: 'questions', texts: questions },
    { kind: 'findings', texts: findings.map(({ message }) => message) },
  ];
  const shown = columns.filter(({ kind, texts }) => kind === 'challenges' || texts.length > 0);
  return shown.map(({ kind, texts }) => {
    const characters = texts.reduce((sum, words) => sum + words.length + 20, 0);
    return { kind, texts, weight: Math.max(1, Math.round(Math.min(900, Math.max(200, characters)) / 100)) };
  });
}
