import {
  choiceOption,
  contrastOption,
  countOption,
  dateOption,
  sharedOptions,
  shareOption,
  textOption,
} from '../options.ts';
import type { CommandSpec, Invocation } from '../types.ts';

const styles = ['signed', 'guide'] as const;

/** The command `bestfit scorecard learn`. */
export const scorecardLearnCommand: CommandSpec = {
  name: 'learn',
  summary: 'learn the points from customers or deals, and hold them to units they have not seen',
  options: [
    sharedOptions.contrast,
    sharedOptions.last,
    sharedOptions.since,
    sharedOptions.until,
    { flags: '--most <n>', description: 'most lines with points (default 8, or as many as the rubric has)' },
    { flags: '--style <which>', description: 'signed: -5 to 5 (default); guide: 0 to 5, nothing takes away' },
    {
      flags: '--keep <line>',
      description:
        'keep a line of the page, in its own words; `=2` after it sets its points; may be repeated',
      repeat: true,
    },
    {
      flags: '--forbid <name>',
      description: 'no line about this field, tool or category; may be repeated',
      repeat: true,
    },
    { flags: '--positive <name>', description: 'its points may only add; may be repeated', repeat: true },
    {
      flags: '--negative <name>',
      description: 'its points may only take away; may be repeated',
      repeat: true,
    },
    { flags: '--each-layer', description: 'a line of each layer whose evidence supports one' },
    {
      flags: '--prior <share>',
      description: 'share of the outcome among all prospects, as 5%: chances are moved to it',
    },
    { flags: '--save [card]', description: 'keep the card (or card 2, 3) as a new version of the page' },
    { flags: '--why <text>', description: 'why, kept with the version' },
    sharedOptions.profile,
    sharedOptions.seed,
  ],
  examples: [
    { run: 'bestfit scorecard learn', does: 'the card, near-equal ones, and how they hold; the page stays' },
    { run: 'bestfit scorecard learn --save', does: 'the same, and the page gets its points' },
    {
      run: 'bestfit scorecard learn --keep "industry is private clinic=3" --forbid country',
      does: 'with what you know better than the data',
    },
    {
      run: 'bestfit scorecard learn --contrast won-lost',
      does: 'what wins deals, in place of what the best share',
    },
  ],
  run: async (invocation) => {
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { learnScorecard, learnedDocument } = await import('../../../app/scorecard/index.ts');
    const { learnedText } = await import('../render/learned-text.ts');
    const { workspace, style } = invocation;
    const result = await withWorkspace(workspace, { create: false }, (ws) =>
      learnScorecard(ws, requestOf(invocation)),
    );
    const refused = result.kind !== 'scorecard' || result.validation.verdict === 'no-evidence';
    return { json: learnedDocument(result), text: () => learnedText(result, style), exit: refused ? 3 : 0 };
  },
};

function requestOf({ options, asOf, now, by, progress }: Invocation) {
  return {
    contrast: contrastOption(options),
    asOf,
    last: countOption(options, 'last', 1),
    since: dateOption(options, 'since'),
    until: dateOption(options, 'until'),
    seed: countOption(options, 'seed'),
    most: countOption(options, 'most', 1),
    style: choiceOption(options, 'style', styles) ?? 'signed',
    keep: texts(options.keep),
    forbid: texts(options.forbid),
    positive: texts(options.positive),
    negative: texts(options.negative),
    eachLayer: options.eachLayer === true,
    universe: shareOption(options, 'prior'),
    profile: textOption(options, 'profile'),
    save: options.save === true ? 1 : countOption(options, 'save', 1),
    by,
    why: textOption(options, 'why'),
    at: now,
    onProgress: progress,
  };
}

function texts(option: unknown): readonly string[] {
  return (option ?? []) as readonly string[];
}
