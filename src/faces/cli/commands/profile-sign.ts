import { BestfitError } from '../../../base/errors/index.ts';
import { countOption, sharedOptions, textOption } from '../options.ts';
import type { CommandSpec } from '../types.ts';

/** The command `bestfit profile sign`. */
export const profileSignCommand: CommandSpec = {
  name: 'sign',
  summary: 'a team stands behind this version of the page',
  options: [
    { flags: '--team <team>', description: 'sales, product, marketing, support, data' },
    sharedOptions.profile,
    sharedOptions.version,
  ],
  examples: [{ run: 'bestfit profile sign --team sales --by "Ana Ruiz"', does: 'sales has signed' }],
  run: async ({ workspace, options, by, asOf }) => {
    const team = textOption(options, 'team');
    if (team === null)
      throw new BestfitError('usage.incomplete', { command: 'profile sign', needs: '--team' });
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { signProfile } = await import('../../../app/sign-profile.ts');
    const request = {
      profile: textOption(options, 'profile'),
      version: countOption(options, 'versionOf', 1),
      team,
      by,
      on: asOf,
    };
    const version = await withWorkspace(workspace, { create: false }, (ws) => signProfile(ws, request));
    const signed = version.signedBy.map((s) => `${s.team} (${s.by}, ${s.on})`).join(', ');
    return {
      json: version,
      text: () => `${version.name} version ${version.version} is signed by ${signed}.`,
    };
  },
};
