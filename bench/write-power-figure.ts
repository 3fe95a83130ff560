import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { groupBy } from './group-by.ts';
import type { PowerRow } from './summarize-power.ts';

/** How each kind is drawn: a colour for either theme, a dash and a mark, so that none is needed alone. */
const LINES = [
  { kind: 'yes-no', name: 'yes/no trait', light: '#0063a8', dark: '#5ab4f0', dash: '', mark: circle },
  { kind: 'number', name: 'window', light: '#b84e00', dark: '#f0a060', dash: '7 3', mark: square },
  {
    kind: 'category',
    name: 'group of values',
    light: '#00795c',
    dark: '#3cc8a0',
    dash: '2 3',
    mark: triangle,
  },
  { kind: 'anti', name: 'anti group', light: '#a3366f', dark: '#e88cc0', dash: '9 3 2 3', mark: diamond },
  { kind: 'pair', name: 'pair', light: '#8a6d00', dark: '#e0c341', dash: '4 2', mark: cross },
  { kind: 'four', name: 'each of four', light: '#555555', dark: '#b8b8b8', dash: '1 2', mark: ring },
] as const;
const PANEL = { width: 256, height: 230, left: 46, top: 92, gap: 44 };

/** Recall by number of customers, a line a kind and a panel an effect, as an SVG that is read on light and dark. */
export function writePowerFigure(file: string, rows: readonly PowerRow[]): void {
  const byValue = rows.filter(({ labelOnly }) => !labelOnly);
  const effects = groupBy(byValue, ({ inBest, inRest }) => `${inBest} ${inRest}`);
  const width = PANEL.left + effects.length * (PANEL.width + PANEL.gap);
  const height = PANEL.top + PANEL.height + 52;
  const body = [
    `<rect class="ground" width="${width}" height="${height}"/>`,
    text({ x: PANEL.left, y: 24, of: 'Share of planted traits that discovery calls supported', as: 'title' }),
    ...LINES.map(legend),
    ...effects.map(panel),
    text({ x: width / 2, y: height - 12, of: 'customers (20 fields searched)', as: 'middle' }),
  ];
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="Recall of planted traits by number of customers">`,
      style(),
      ...body,
      '</svg>\n',
    ].join('\n'),
  );
}

function style(): string {
  const lines = (theme: 'light' | 'dark'): string =>
    LINES.map((line) => `.${line.kind} { stroke: ${line[theme]}; color: ${line[theme]} }`).join(' ');
  return `<style>
text { font: 12px system-ui, sans-serif; fill: #24292f } .title { font-size: 14px; font-weight: 600 }
.middle { text-anchor: middle } .end { text-anchor: end }
.ground { fill: #ffffff } .grid { stroke: #d8dee4 } .line { fill: none; stroke-width: 1.8 } .full { fill: currentColor }
${lines('light')}
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 } .ground { fill: #0d1117 } .grid { stroke: #30363d }
${lines('dark')}
}
</style>`;
}

function legend(line: (typeof LINES)[number], at: number): string {
  const x = PANEL.left + at * 148;
  return [
    `<path class="line ${line.kind}" stroke-dasharray="${line.dash}" d="M${x} 46h28"/>`,
    mark(line, x + 14, 46),
    text({ x: x + 34, y: 50, of: line.name, as: '' }),
  ].join('');
}

function panel(rows: readonly PowerRow[], at: number): string {
  const left = PANEL.left + at * (PANEL.width + PANEL.gap);
  const sizes = [...new Set(rows.map(({ n }) => n))];
  const [first, last] = [Math.log(sizes[0]!), Math.log(sizes.at(-1)!)];
  const x = (n: number): number => round(left + (PANEL.width * (Math.log(n) - first)) / (last - first));
  const y = (share: number): number => round(PANEL.top + PANEL.height * (1 - share));
  const { inBest, inRest } = rows[0]!;
  const shares = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<path class="grid" d="M${left} ${y(share)}h${PANEL.width}"/>${
        at === 0 ? text({ x: left - 6, y: y(share) + 4, of: percent(share), as: 'end' }) : ''
      }`,
  );
  const ticks = sizes.map((n) =>
    text({ x: x(n), y: PANEL.top + PANEL.height + 16, of: n.toLocaleString('en'), as: 'middle' }),
  );
  const lines = LINES.map((line) => {
    const points = rows.filter(({ kind }) => kind === line.kind);
    const path = points.map(({ n, recall }) => `${x(n)} ${y(recall)}`).join('L');
    const marks = points.map(({ n, recall }) => mark(line, x(n), y(recall))).join('');
    return `<path class="line ${line.kind}" stroke-dasharray="${line.dash}" d="M${path}"/>${marks}`;
  });
  const head = `${percent(inBest)} of the best have it, ${percent(inRest)} of the rest`;
  return [text({ x: left, y: PANEL.top - 8, of: head, as: '' }), ...shares, ...ticks, ...lines].join('\n');
}

function text({
  x,
  y,
  of,
  as,
}: {
  readonly x: number;
  readonly y: number;
  readonly of: string;
  readonly as: string;
}): string {
  return `<text${as === '' ? '' : ` class="${as}"`} x="${x}" y="${y}">${of}</text>`;
}

function mark(line: (typeof LINES)[number], x: number, y: number): string {
  return `<path class="line ${line.kind}${line.kind === 'four' ? '' : ' full'}" d="M${x} ${y}${line.mark()}"/>`;
}

function circle(): string {
  return 'm-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0';
}

function ring(): string {
  return 'm-3.6 0a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0';
}

function square(): string {
  return 'm-3-3h6v6h-6z';
}

function triangle(): string {
  return 'm0-3.6l3.6 6.4h-7.2z';
}

function diamond(): string {
  return 'm0-4l4 4l-4 4l-4-4z';
}

function cross(): string {
  return 'm-3.5-3.5l7 7m0-7l-7 7';
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}

function round(x: number): number {
  return Math.round(10 * x) / 10;
}
