import { textOption } from '../options.ts';
import { readDocument } from '../read-yaml.ts';
import type { CommandSpec } from '../types.ts';

/** The command `bestfit profile apply`. */
export const profileApplyCommand: CommandSpec = {
  name: 'apply',
  summary: 'publish an edited page; the same page again changes nothing',
  arguments: [{ name: '<file>', description: 'the page as YAML or JSON; - reads standard input' }],
  options: [
    { flags: '--because <reason>', description: 'why it changed, kept with the version' },
    { flags: '--force', description: 'accept conditions that no source can search yet' },
  ],
  examples: [
    {
      run: 'bestfit profile apply page.yaml --because "clinics under 3 doctors never renew"',
      does: 'a new version',
    },
  ],
  run: async ({ workspace, args, options, asOf, now, by, style }) => {
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { applyProfile } = await import('../../../app/apply-profile.ts');
    const { applyText } = await import('../render/apply-text.ts');
    const request = {
      text: await readDocument(String(args[0])),
      why: textOption(options, 'because'),
      force: options.force === true,
      asOf,
      at: now,
      by,
    };
    const result = await withWorkspace(workspace, { create: true }, (ws) => applyProfile(ws, request));
    return { json: result, text: () => applyText(result, style) };
  },
};
