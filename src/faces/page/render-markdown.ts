import type { Page, PageLine } from '../../stages/profile/index.ts';
import { escapeMarkdown as plain } from './escape-markdown.ts';
import { percent } from './evidence-words.ts';
import { headFacts, signatures } from './head-facts.ts';
import { pointsWords } from './points-words.ts';

/** The page as Markdown for a wiki or a pull request; it says the same as the printed one and leaves nothing out. */
export function renderMarkdown(page: Page): string {
  const { head, market, layers, timing, budget, marketSize, edge } = page;
  const blocks = [
    `# ${plain(head.name)}`,
    `_${plain(head.statusInWords)}_`,
    [...headFacts(head), signatures(head) ?? 'not signed yet'].map(plain).join(' · '),
    `**Market:** ${market.length === 0 ? 'open: every account is scored' : market.map(plain).join('; ')}`,
    '## Fit: who',
    ...(layers.length === 0
      ? ['Nothing earns points yet.']
      : layers.flatMap(({ title, lines }) => [`### ${title}`, lineTable(lines)])),
    ...onlyEvidence(page),
    '## Timing: when',
    timing.length === 0 ? 'No signal yet.' : lineTable(timing),
    '## Anti-ICP: who is out',
    antiList(page),
    `## Scoring: of ${pointsWords(page.scoring.attainable)}`,
    ...scoring(page),
    `**Budget:** ${plain(budget ?? 'open')}`,
    `**Market size:** ${plain(marketSize === null ? 'open' : `${marketSize.value}: ${marketSize.how}`)}`,
    `**Edge:** ${plain(edge ?? 'open')}`,
    ...committee(page),
    ...list('Challenges', page.challenges),
    ...list('Questions', page.questions),
    ...list(
      'To fix',
      page.findings.map(({ severity, message, remedy }) => `${severity}: ${message} ${remedy}`),
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function lineTable(lines: readonly PageLine[]): string {
  const rows = lines.map(({ points, words, note, fades, evidence }) => {
    const said = [words, fades, note]
      .filter((text) => text !== null)
      .map(plain)
      .join('; ');
    if (evidence === null) return [points, said, '', '', '', 'not measured yet'];
    const { best, rest, lift, verdictInWords, needMore } = evidence;
    const more = needMore === null ? '' : `, ${needMore} more customers would settle it`;
    return [points, said, share(best), share(rest), lift, `${verdictInWords}${more}`];
  });
  return table(['points', 'condition', 'best', 'others', 'lift (90%)', 'verdict'], rows);
}

function share({
  n,
  of,
  share: part,
}: {
  readonly n: number;
  readonly of: number;
  readonly share: number;
}): string {
  return `${percent(part)} (${n} of ${of})`;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function onlyEvidence({ evidenceOnly }: Page): readonly string[] {
  if (evidenceOnly.length === 0) return [];
  const lines = evidenceOnly.map(({ words, why, evidence }) => ({
    points: '',
    words,
    note: why,
    fades: null,
    evidence,
  }));
  return ['### Seen at customers, earns no points', lineTable(lines)];
}

function antiList({ anti }: Page): string {
  if (anti.length === 0) return 'Nobody yet: ask whom sales and support would refuse, and why.';
  return anti.map(({ words, because }) => `- ${plain(words)}: ${plain(because)}`).join('\n');
}

function scoring({ scoring: { tiers, timing, queue, left } }: Page): readonly string[] {
  const rows = tiers.map(({ tier, from, play, accounts }) => [
    tier,
    from,
    play,
    accounts === null ? '' : String(accounts),
  ]);
  const notes = [timing, `Order: ${queue}`, left].filter((text) => text !== null);
  return [table(['tier', 'points', 'play', 'accounts'], rows), `${notes.map(plain).join('. ')}.`];
}

function committee({ head, committee: figures }: Page): readonly string[] {
  if (head.of === 'person') return [];
  if (figures.length === 0) return ['## Buying committee: who inside', 'Nobody named yet.'];
  const rows = figures.map(({ role, titles, caresAbout, angle, channel }) =>
    [role, titles.join(', '), caresAbout ?? 'open', angle ?? 'open', channel ?? 'open'].map(plain),
  );
  return [
    '## Buying committee: who inside',
    table(['role', 'titles', 'cares about', 'angle', 'reached by'], rows),
  ];
}

function list(title: string, texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? [] : [`## ${title}`, texts.map((text) => `- ${plain(text)}`).join('\n')];
}
