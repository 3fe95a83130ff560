import type { Absence, TruncatedMonths } from '../../stages/dataset/index.ts';
import type { CurrentData } from '../current-data.ts';
import { cutOffMonths, spanWords } from '../cut-off-months.ts';
import { absencesOf } from '../import/index.ts';
import type { Workspace } from '../workspace.ts';
import { fieldFix } from './fixes.ts';
import { inWords, shareWords } from './number-words.ts';
import { toFinding } from './to-finding.ts';
import type { Finding, Fix } from './types.ts';

/** Outcomes that nobody has settled or that records cut off: the first and the last months. */
export async function outcomeFindings(
  workspace: Workspace,
  data: CurrentData,
  { asOf }: { readonly asOf: string },
): Promise<readonly Finding[]> {
  const { cut, deals } = await cutOffMonths(workspace, data, asOf);
  return [...unsettled(data), ...cut.map((months) => truncated(months, deals))];
}

/** Lists of leads of which nobody has said what it means that a lead has no deal. */
function unsettled(data: CurrentData): readonly Finding[] {
  const unsaid = absencesOf(data.commit.sources).filter(
    ({ means, table }) => means === null && table === 'deals',
  );
  return unsaid.map(({ source, listed, unknown, proposed }) =>
    toFinding({
      kind: 'without-outcome',
      table: 'deals',
      field: 'outcome',
      source,
      count: unknown,
      of: listed,
      examples: [],
      said: { code: 'without-outcome', params: { source, count: unknown, of: listed }, examples: [] },
      message: `\`${source}\`: ${shareWords(unknown, listed)} deals have no outcome in any file, and nobody has said whether they were lost or are open: they are compared with nothing`,
      ...absenceFix(proposed ?? { kind: 'lost' }),
    }),
  );
}

/** Said of every file that lists deals: whichever names one would have to be asked for each. */
function absenceFix(value: Absence): Fix {
  const field = { table: 'deals', name: 'outcome' } as const;
  return fieldFix({ fields: [] }, field, { absent: [{ file: null, value }] });
}

function truncated({ end, months, day, missing }: TruncatedMonths, of: number): Finding {
  const deals = months.reduce((sum, month) => sum + month.deals, 0);
  const span = spanWords(months);
  const message =
    end === 'first'
      ? `outcomes of ${span} are cut off: the first win on record is of ${day}, and at the pace since then about ${inWords(missing)} wins should have come before. Time looks like a reason and is none: compare deals created since`
      : `outcomes of ${span} are cut off: most of these deals have had no time to end. Compare deals created before`;
  return toFinding({
    kind: 'truncated-outcomes',
    table: 'deals',
    field: 'created_on',
    count: deals,
    of,
    examples: months.map(({ month, deals: n, won }) => `${month}: ${inWords(won)} won of ${inWords(n)}`),
    said: {
      code: end === 'first' ? 'cut-off-before' : 'cut-off-after',
      params: {
        from: months[0]?.month ?? '',
        to: months.at(-1)?.month ?? '',
        day,
        count: Math.round(missing),
      },
      examples: months.map(({ month, deals: of, won }) => ({ month, won, of })),
    },
    message,
    fix: `bestfit discover ${end === 'first' ? '--since' : '--until'} ${day}`,
    action: {
      kind: 'discover',
      since: end === 'first' ? day : null,
      until: end === 'first' ? null : day,
    },
  });
}
