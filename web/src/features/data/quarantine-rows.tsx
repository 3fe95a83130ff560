import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuarantinedRow } from '../../api/generated/types.gen.ts';
import { useFormat, useSpeech } from '../../shared/i18n/index.ts';
import { toldWords } from '../../shared/words/index.ts';
import classes from './data.module.css';

/** Cells that were changed, by line and header. */
export type CellEdits = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface RowsProps {
  readonly headers: readonly string[];
  readonly rows: readonly QuarantinedRow[];
  readonly edits: CellEdits;
  readonly onEdit: (edits: CellEdits) => void;
}

/** The rows by line: why each was set aside, and the cell that does not fit to be corrected. */
export function QuarantineRows({ headers, rows, edits, onEdit }: RowsProps) {
  const { t } = useTranslation('data');
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('aside.line')}</th>
            <th scope="col">{t('aside.why')}</th>
            <th scope="col">{t('aside.correct')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <AsideRow
              key={row.line}
              row={row}
              headers={headers}
              edited={edits[row.line] ?? {}}
              onEdit={(header, value) =>
                onEdit({ ...edits, [row.line]: { ...edits[row.line], [header]: value } })
              }
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface AsideRowProps {
  readonly row: QuarantinedRow;
  readonly headers: readonly string[];
  readonly edited: Readonly<Record<string, string>>;
  readonly onEdit: (header: string, value: string) => void;
}

function AsideRow({ row, headers, edited, onEdit }: AsideRowProps) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const speech = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const isWhole = isOpen || row.column === null || !headers.includes(row.column);
  const shown = isWhole ? headers : [row.column!];
  return (
    <tr>
      <th scope="row" className={`${classes.line} tabular`}>
        {format.number(row.line)}
      </th>
      <td className={classes.reason}>
        {row.column === null ? null : <span className={classes.strong}>{row.column}: </span>}
        {toldWords(speech, row.reason)}
        {row.text === null ? null : <code className={classes.code}>{row.text}</code>}
      </td>
      <td>
        <div className={classes.cells} data-whole={isWhole || undefined}>
          {shown.map((header) => (
            <TextInput
              key={header}
              size="xs"
              {...(isWhole
                ? { label: header }
                : { 'aria-label': t('aside.cell', { header, line: row.line }) })}
              value={edited[header] ?? row.cells[header] ?? ''}
              onChange={({ target }) => onEdit(header, target.value)}
            />
          ))}
          {isWhole ? null : (
            <Button variant="subtle" color="gray" size="compact-xs" onClick={() => setOpen(true)}>
              {t('aside.whole')}
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}
