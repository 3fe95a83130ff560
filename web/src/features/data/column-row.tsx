import { Select, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ColumnPreview } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import classes from './data.module.css';
import { choicesFor, leftOut, type PlaceGroup, placeOf } from './places.ts';
import { usePlaceWords } from './use-place-words.ts';

/** Characters of samples that stand side by side. */
const roomForSamples = 56;

/** As many samples as fit, at least one. */
function shownSamples(samples: readonly string[]): readonly string[] {
  let room = roomForSamples;
  return samples.filter((sample, at) => {
    room -= Math.min(28, sample.length) + 2;
    return at === 0 || room >= 0;
  });
}

interface ColumnRowProps {
  readonly column: ColumnPreview;
  readonly groups: readonly PlaceGroup[];
  readonly place: string;
  /** Another column of the file goes to the same place. */
  readonly isTwice: boolean;
  readonly onPlace: (place: string) => void;
}

/** One column: its header, a few of its values, where it goes, and how sure that is. */
export function ColumnRow({ column, groups, place, isTwice, onPlace }: ColumnRowProps) {
  const { t } = useTranslation('data');
  const words = usePlaceWords();
  const choices = choicesFor(column, groups, words);
  const isKnown = choices.some(({ items }) => items.some(({ value }) => value === place));
  const data = isKnown ? choices : [{ group: '', items: [{ value: place, label: place }] }, ...choices];
  return (
    <tr data-left-out={place === leftOut || undefined}>
      <th scope="row" className={classes.header}>
        {column.column}
      </th>
      <td className={classes.samples}>
        {column.samples.length === 0 ? (
          <span className={classes.faint}>{t('review.empty')}</span>
        ) : (
          shownSamples(column.samples).map((sample) => (
            <span key={sample} className={classes.sample}>
              {sample}
            </span>
          ))
        )}
      </td>
      <td className={classes.place}>
        <Select
          aria-label={t('review.placeOf', { column: column.column })}
          data={data.map(({ group, items }) => ({ group, items: [...items] }))}
          value={place}
          onChange={(value) => value !== null && onPlace(value)}
          searchable
          allowDeselect={false}
          size="sm"
          maxDropdownHeight={320}
          comboboxProps={{ withinPortal: true }}
          error={isTwice ? t('review.twice') : undefined}
        />
      </td>
      <td>
        <Sureness column={column} isCorrected={place !== placeOf(column)} />
      </td>
    </tr>
  );
}

function Sureness({
  column,
  isCorrected,
}: {
  readonly column: ColumnPreview;
  readonly isCorrected: boolean;
}) {
  const { t } = useTranslation('data');
  const format = useFormat();
  if (isCorrected || column.decidedBy === 'user')
    return <span className={classes.said}>{t('review.byYou')}</span>;
  if (column.decidedBy === 'remembered') return <span className={classes.soft}>{t('review.asBefore')}</span>;
  if (column.asks !== null)
    return (
      <Tooltip label={t('review.asksWhy')}>
        <button type="button" className={classes.asks}>
          {t('review.asks')}
        </button>
      </Tooltip>
    );
  if (column.ignored || column.custom) return <span className={classes.faint}>{t('review.own')}</span>;
  return (
    <span className={`${classes.sure} tabular`}>
      <span className={classes.meter} aria-hidden="true">
        <span style={{ width: `${100 * column.confidence}%` }} />
      </span>
      {format.share(column.confidence)}
    </span>
  );
}
