import { contrastOption, countOption, dateOption, sharedOptions, textOption } from '../options.ts';
import type { CommandSpec } from '../types.ts';

/** The command `bestfit profile draft`. */
export const profileDraftCommand: CommandSpec = {
  name: 'draft',
  summary: 'write the page from what your data says',
  options: [
    { flags: '--profile <name>', description: 'name of the profile', default: 'Our best customers' },
    sharedOptions.contrast,
    { flags: '--person', description: 'a profile of people (B2C) in place of companies' },
    { flags: '--publish', description: 'publish it even when another version is published' },
    { flags: '--because <reason>', description: 'why this version, kept with it' },
    sharedOptions.last,
    sharedOptions.since,
    sharedOptions.until,
    sharedOptions.seed,
  ],
  examples: [
    { run: 'bestfit profile draft', does: 'the page, with the evidence behind every line' },
    { run: 'bestfit profile draft --last 30', does: 'from the last 30 customers' },
  ],
  run: async ({ workspace, options, asOf, now, by, style, progress }) => {
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { draftFromData } = await import('../../../app/draft-profile.ts');
    const { showProfile } = await import('../../../app/show-profile.ts');
    const { renderText } = await import('../../page/index.ts');
    const { discoverText } = await import('../render/discover-text.ts');
    const name = String(options.profile);
    const request = {
      name,
      kind: options.person === true ? ('person' as const) : ('company' as const),
      contrast: contrastOption(options),
      last: countOption(options, 'last', 1),
      since: dateOption(options, 'since'),
      until: dateOption(options, 'until'),
      seed: countOption(options, 'seed'),
      permutations: null,
      publish: options.publish === true,
      why: textOption(options, 'because'),
      asOf,
      at: now,
      by,
      onProgress: progress,
    };
    return withWorkspace(workspace, { create: false }, async (ws) => {
      const drafted = await draftFromData(ws, request);
      if (drafted.kind !== 'draft') return { json: drafted, text: () => discoverText(drafted, style) };
      const { version } = drafted;
      const shown = await showProfile(ws, { profile: name, version: version.version, asOf });
      const next = version.published
        ? 'Next: `bestfit list` ranks your prospects by it; `bestfit profile show --format html` prints it.'
        : `Version ${version.version} is a draft: an earlier version stays published. Publish with \`bestfit profile draft --publish\`, compare with \`bestfit profile diff\`.`;
      return { json: drafted, text: () => `${renderText(shown.page, style)}\n${next}` };
    });
  },
};
