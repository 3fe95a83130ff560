import { formatOf } from '../../../shared/i18n/index.ts';
import { budgetWords, moneyWords } from '../../../shared/words/index.ts';
import { signedPoints } from '../inline/points-chip.tsx';
import { layers, type SheetModel } from '../model/sheet-model.ts';
import type { PageWords } from '../model/use-words.ts';

type Line = SheetModel['profile']['fit'][number] | SheetModel['profile']['timing'][number];

/** The page as Markdown for a wiki or a mail, in the language in use; it says the same as the sheet and leaves nothing out. */
export function markdownOf(model: SheetModel, words: PageWords): string {
  const { profile } = model;
  const { t } = words.speech;
  const say = (key: string, values?: Record<string, unknown>) => t(`profile:${key}`, values);
  const open = say('sheet.open');
  const blocks = [
    `# ${plain(profile.name)}`,
    `_${say(`sheet.statusWords.${profile.status}`)}_`,
    `**${say('sheet.market')}:** ${profile.market.map(words.condition).map(plain).join('; ') || say('sheet.marketOpen')}`,
    `## ${say('sheet.fit')}`,
    ...layers.flatMap((layer) => {
      const lines = profile.fit.filter((line) => line.layer === layer);
      return lines.length === 0 ? [] : [`### ${say(`layer.${layer}`)}`, tableOf(lines, words)];
    }),
    `## ${say('sheet.timing')}`,
    profile.timing.length === 0 ? say('sheet.timingOpen') : tableOf(profile.timing, words),
    `## ${say('sheet.anti')}`,
    profile.anti
      .map((line) => `- ${plain(words.condition(line.condition))}: ${plain(line.because)}`)
      .join('\n') || say('sheet.antiOpen'),
    scoringOf(model, words),
    `**${say('sheet.budget')}:** ${budgetWords(words.speech, profile.budget) ?? open}`,
    `**${say('sheet.marketSize')}:** ${sizeOf(model, words) ?? open}`,
    `**${say('sheet.edge')}:** ${plain(profile.edge ?? open)}`,
    ...committeeOf(model, words),
    ...listOf(say('sheet.challenges'), profile.challenges),
    ...listOf(say('sheet.questions'), model.questions.map(words.question)),
    ...listOf(
      say('sheet.toFix'),
      model.findings.map((finding) => Object.values(words.finding(finding)).join(' ')),
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function tableOf(lines: readonly Line[], words: PageWords): string {
  const { t } = words.speech;
  const heads = ['points', 'condition', 'evidence', 'verdict'].map((name) => t(`profile:markdown.${name}`));
  const rows = lines.map(({ points, condition, evidence }) => {
    const said = evidence === null ? null : words.evidence(evidence);
    return [
      signedPoints(points),
      plain(words.condition(condition)),
      said === null ? '' : `${said.counts}; ${said.lift}`,
      said === null ? t('profile:sheet.notMeasured') : said.verdict,
    ];
  });
  return grid([heads, heads.map(() => '---'), ...rows]);
}

function scoringOf({ profile, counts }: SheetModel, words: PageWords): string {
  const { t, language } = words.speech;
  const format = formatOf(language);
  const { tiers } = profile;
  const from = (points: number) => t('profile:scoring.from', { points });
  const rows = [
    ['A', from(tiers.A)],
    ['B', from(tiers.B)],
    ['C', from(tiers.C)],
    ['D', t('profile:scoring.under', { points: tiers.C })],
  ].map(([tier, points]) => [
    tier!,
    points!,
    counts === null ? '' : format.number(counts.tiers[tier as 'A' | 'B' | 'C' | 'D']),
  ]);
  const heads = [t('profile:effects.tier'), t('profile:markdown.points'), t('profile:markdown.accounts')];
  return `## ${t('profile:scoring.title')}\n\n${grid([heads, heads.map(() => '---'), ...rows])}`;
}

function sizeOf({ profile }: SheetModel, words: PageWords): string | null {
  const { marketSize } = profile;
  if (marketSize === null) return null;
  const { value: amount, currency } = marketSize;
  return moneyWords(words.speech.language, { amount, currency }, { short: true });
}

function committeeOf({ profile }: SheetModel, words: PageWords): readonly string[] {
  if (profile.kind === 'person' || profile.committee.length === 0) return [];
  const { t } = words.speech;
  const open = t('profile:sheet.open');
  const heads = ['role', 'titles', 'caresAbout', 'angle', 'channel'].map((name) =>
    t(`profile:committee.${name}`),
  );
  const rows = profile.committee.map(({ role, titles, caresAbout, angle, channel }) =>
    [role, titles.join(', ') || open, caresAbout ?? open, angle ?? open, channel ?? open].map(plain),
  );
  return [`## ${t('profile:committee.title')}`, grid([heads, heads.map(() => '---'), ...rows])];
}

function listOf(title: string, texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? [] : [`## ${title}`, texts.map((text) => `- ${plain(text)}`).join('\n')];
}

function grid(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Marks that Markdown would read stay as they are typed. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|#]/g, '\\$&').replaceAll('\n', ' ');
}
