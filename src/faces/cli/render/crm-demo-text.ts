import type { CrmDemoResult } from '../../../app/run-crm-demo.ts';
import { plural } from '../../words/index.ts';
import type { TextStyle } from '../types.ts';
import { connectionText } from './connection-text.ts';
import { syncText } from './sync-text.ts';
import { wrapText } from './wrap-text.ts';
import { writeBackText } from './write-back-text.ts';

/** The whole loop in words: what was read, learned, scored, written and read again, and how to go on. */
export function crmDemoText(
  result: CrmDemoResult,
  {
    style,
    folder,
    program,
  }: { readonly style: TextStyle; readonly folder: string; readonly program: string },
): string {
  const { connection, first, scored, planned, written, again } = result;
  const { tiers, profile } = scored;
  const run = (command: string) => `  ${program} -w ${folder} ${command}`;
  return [
    wrapText(
      `A stand-in of ${connection.label} with made-up companies ran on this machine; no request left it.`,
      style.width,
    ),
    `1. ${syncText(first, style)}`,
    `2. The page \`${profile.name}\` (version ${profile.version}) was drafted from ${plural(first.streams.find(({ stream }) => stream === 'deals')?.records ?? 0, 'deal')}; the list: A ${tiers.A}, B ${tiers.B}, C ${tiers.C}, D ${tiers.D}.`,
    `3. ${writeBackText({ ...planned, first: planned.first.slice(0, 3) }, style)}`,
    `4. ${writeBackText(written, style)}`,
    `5. Then people worked in the CRM. ${syncText(again, style)}`,
    `6. ${connectionText(connection, { ...style, fields: false })}`,
    ['Look around:', run('profile show'), run('list'), run('serve')].join('\n'),
  ].join('\n\n');
}
