import { Badge, Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilePreview, KnownField } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { ColumnRow } from './column-row.tsx';
import { claimedTwice } from './corrections.ts';
import classes from './data.module.css';
import { placeOf, placesFor } from './places.ts';
import { usePlaceWords } from './use-place-words.ts';

const kinds = [
  'accounts',
  'customers',
  'deals',
  'people',
  'technologies',
  'signals',
  'transactions',
  'feedback',
  'touches',
  'coverage',
  'judgements',
  'lookup',
] as const;

/** Columns that are shown before a wide file is opened whole. */
const firstColumns = 40;

interface ReviewFileProps {
  readonly file: FilePreview;
  readonly fields: readonly KnownField[];
  readonly corrected: Readonly<Record<string, string>>;
  readonly onPlace: (column: string, place: string) => void;
  readonly onKind: (kind: FilePreview['as']) => void;
}

/** One file: what its rows are, and where each column goes. */
export function ReviewFile({ file, fields, corrected, onPlace, onKind }: ReviewFileProps) {
  const { t } = useTranslation('data');
  const words = usePlaceWords();
  const [isWhole, setWhole] = useState(false);
  const groups = placesFor(file, fields, words);
  const twice = claimedTwice(file, corrected);
  const shown = isWhole ? file.columns : file.columns.slice(0, firstColumns);
  return (
    <article className={classes.file} aria-label={file.name}>
      <FileHead file={file} onKind={onKind} />
      <div className={classes.scroll}>
        <table className={`${classes.table} ${classes.review}`}>
          <thead>
            <tr>
              <th scope="col">{t('review.column')}</th>
              <th scope="col">{t('review.samples')}</th>
              <th scope="col">{t('review.place')}</th>
              <th scope="col">{t('review.sure')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((column) => (
              <ColumnRow
                key={column.column}
                column={column}
                groups={groups}
                place={corrected[column.column] ?? placeOf(column)}
                isTwice={twice.has(column.column)}
                onPlace={(place) => onPlace(column.column, place)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < file.columns.length ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setWhole(true)}>
          {t('review.allColumns', { count: file.columns.length })}
        </Button>
      ) : null}
    </article>
  );
}

/** The name of the file, how many rows it has, and what they are. */
function FileHead({ file, onKind }: Pick<ReviewFileProps, 'file' | 'onKind'>) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const asked = file.columns.filter(({ asks }) => asks !== null).length;
  return (
    <header className={classes.fileHead}>
      <h3 className={classes.fileName}>{file.name}</h3>
      <span className={`${classes.soft} tabular`}>
        {t('review.rows', { count: file.rows, rows: format.number(file.rows) })}
        {file.lookupKey === null ? null : ` · ${t('review.key', { key: file.lookupKey })}`}
      </span>
      {file.known ? (
        <Badge tt="none" variant="light">
          {t('review.known')}
        </Badge>
      ) : null}
      {asked > 0 ? (
        <Badge tt="none" variant="light" color="yellow">
          {t('review.asked', { count: asked })}
        </Badge>
      ) : null}
      <NativeSelect
        className={classes.kind}
        aria-label={t('review.kindOf', { name: file.name })}
        value={file.as}
        onChange={({ target }) => onKind(target.value as FilePreview['as'])}
        data={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
    </header>
  );
}
