import type { ConnectionSummary, ShownConnection, ShownStage } from '../../../app/sync/index.ts';
import { percentWords } from '../../words/index.ts';
import type { TextStyle } from '../types.ts';
import { connectionsText, runLine } from './connections-text.ts';
import { textTable } from './text-table.ts';
import { wrapText } from './wrap-text.ts';

const shownRuns = 5;

/** One connection: how it stands, its stages with where deals drop out, its fields, its last runs. */
export function connectionText(
  shown: ShownConnection,
  style: TextStyle & { readonly fields: boolean },
): string {
  const parts = [
    connectionsText([shown], style),
    ...stagesText(shown, style),
    ...(style.fields ? [fieldsText(shown)] : [fieldsLine(shown)]),
    ...runsText(shown),
  ];
  return parts.join('\n\n');
}

/** A connection whose source could not be asked: what is known without it, and why. */
export function unaskedText(
  summary: ConnectionSummary,
  { message, remedy }: { readonly message: string; readonly remedy: string },
  style: TextStyle,
): string {
  const why = wrapText(`Its stages and fields could not be looked up. ${message} ${remedy}`, style.width);
  return [connectionsText([summary], style), why, ...runsText(summary)].join('\n\n');
}

function stagesText(
  { stages, stageHistory, fields }: ShownConnection,
  { width }: TextStyle,
): readonly string[] {
  if (stages.length === 0) return [];
  const table = textTable(
    [
      { title: 'stage', most: 32 },
      { title: 'means' },
      { title: 'said by' },
      { title: 'came to it', align: 'right' },
      { title: 'won', align: 'right' },
      { title: 'lost', align: 'right' },
      { title: 'open', align: 'right' },
      { title: 'won of ended', align: 'right' },
    ],
    stages.map((stage) =>
      stageRow(
        stage,
        fields.some(({ kind, read }) => kind === 'outcome' && read),
      ),
    ),
  );
  const notes = {
    full: 'The whole history of stages is kept: `came to it` counts every deal that was ever in the stage.',
    latest:
      'The CRM tells only the present stage: `came to it` is complete for deals that Bestfit saw move since the first sync.',
    none: 'The CRM keeps no history of stages: `came to it` counts deals by the stage they are in.',
  };
  return [`Where deals drop out\n${table}\n${wrapText(notes[stageHistory], width)}`];
}

/** Where deals have a field that says how they stand, a stage need not mean anything. */
function stageRow({ label, outcome, saidBy, deals }: ShownStage, dealsSay: boolean) {
  const who = { source: 'the CRM', user: 'you', nobody: dealsSay ? 'each deal' : '' }[saidBy];
  const means = outcome ?? '-';
  if (deals === null) return [label, means, who, null, null, null, null, null];
  const { entered, won, lost, open } = deals;
  const ended = won + lost;
  return [label, means, who, entered, won, lost, open, ended === 0 ? '' : percentWords(won, ended)];
}

function fieldsLine({ fields, name }: ShownConnection): string {
  const read = fields.filter((field) => field.read).length;
  return `${read} of ${fields.length} fields are read; \`bestfit connect show ${name} --fields\` lists them.`;
}

function fieldsText({ fields }: ShownConnection): string {
  return textTable(
    [
      { title: 'field', most: 48 },
      { title: 'label', most: 40 },
      { title: 'kind' },
      { title: 'read' },
      { title: '' },
    ],
    fields.map(({ stream, name, label, kind, read, standard, derived, own }) => [
      `${stream}.${name}`,
      label,
      kind,
      read ? 'yes' : '',
      [
        ...(own ? ['written by Bestfit'] : standard ? [] : ['your own']),
        ...(derived ? ['formula: read anew by a full sync only'] : []),
      ].join(', '),
    ]),
  );
}

function runsText({ runs }: Pick<ShownConnection, 'runs'>): readonly string[] {
  if (runs.length === 0) return [];
  return [['Last runs', ...runs.slice(0, shownRuns).map((run) => `  ${runLine(run)}`)].join('\n')];
}
