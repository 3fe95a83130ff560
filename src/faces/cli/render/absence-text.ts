import type { ImportResult } from '../../../app/import-files.ts';
import { writeAbsence } from '../../../stages/dataset/index.ts';
import { countWords, plural } from '../../words/index.ts';
import type { TextStyle } from '../types.ts';
import { wrapText } from './wrap-text.ts';

type SourceAbsence = ImportResult['absences'][number];

const things = { deals: 'deal', accounts: 'account' } as const;

/** What each source lists without a deal that ended: in counts, what that was taken for, and what to say of it. */
export function absenceLines(absences: readonly SourceAbsence[], { width }: TextStyle): readonly string[] {
  if (absences.length === 0) return [];
  const lines = absences.flatMap((absence) => [
    wrapText(`  ${countsWords(absence)}`, width, '    '),
    wrapText(`    ${absence.means === null ? questionWords(absence) : meaningWords(absence)}`, width, '    '),
  ]);
  return ['Without a deal that ended:', ...lines, ''];
}

function countsWords({ source, table, listed, known }: SourceAbsence): string {
  const said = table === 'deals' ? 'with an outcome in another file' : 'with a deal';
  return `${source}: ${plural(listed, things[table])}, ${countWords(known)} ${said}, ${countWords(listed - known)} without`;
}

function meaningWords({ means, lost, open, unknown, until }: SourceAbsence): string {
  const parts = [
    ...(lost > 0 ? [`${countWords(lost)} lost`] : []),
    ...(open > 0 ? [`${countWords(open)} open`] : []),
    ...(unknown > 0 ? [`${countWords(unknown)} unknown`] : []),
  ];
  const counted = means?.kind === 'lost-after' && until !== null ? `, counted up to ${until}` : '';
  const said = means === null ? '' : writeAbsence(means);
  return `You said \`${said}\`: ${parts.length === 0 ? 'none is left' : parts.join(', ')}${counted}.`;
}

function questionWords({ table, proposed, timeToWin, source }: SourceAbsence): string {
  const how = (what: string) => `\`bestfit field outcome --absent ${what}\``;
  if (table === 'accounts')
    return `Nobody has said what that means: they are taken for prospects. If they were asked and did not buy, say so with ${how(`${source}=lost`)}: then won is compared with lost.`;
  const pace =
    timeToWin === null
      ? ''
      : ` 95% of ${plural(timeToWin.wins, 'win')} came within ${plural(timeToWin.days, 'day')}.`;
  const first = proposed === null ? how('lost') : how(writeAbsence(proposed));
  const older = proposed === null ? 'they were lost' : 'older ones were lost, younger ones are open';
  return `What that means is for you to say; until then their outcome is unknown and they are compared with nothing.${pace} ${first} (${older}), ${proposed === null ? '' : `\`lost\`, `}or \`open\`.`;
}
