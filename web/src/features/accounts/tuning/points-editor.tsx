import { Slider } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AccountList } from '../../../api/generated/types.gen.ts';
import { useFormat } from '../../../shared/i18n/index.ts';
import { signed } from '../words/row-words.ts';
import type { Lines } from '../words/use-lines.ts';
import classes from './tuning.module.css';
import type { TuningHandle } from './use-tuning.ts';

/** The points of each fit line as a slider; 0 takes a line out. */
export function PointsEditor({
  list,
  lines,
  tuning,
}: {
  readonly list: AccountList;
  readonly lines: Lines;
  readonly tuning: TuningHandle;
}) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const { before, after, change } = tuning;
  const set = (place: number, to: number) =>
    change({ points: after.points.map((of, i) => (i === place ? to : of)) });
  return (
    <ul className={classes.lines} aria-label={t('tuning.points')}>
      {list.lines.fit.map(({ id }, i) => {
        const points = after.points[i] ?? 0;
        return (
          <li key={id} className={classes.line} data-out={points === 0 || undefined}>
            <span className={classes.label}>{lines.label(id)}</span>
            <Slider
              className={classes.slider}
              size="sm"
              min={-5}
              max={5}
              step={1}
              value={points}
              onChange={(to) => set(i, to)}
              label={null}
              thumbLabel={lines.label(id)}
              color={points < 0 ? 'red' : 'teal'}
              startPointValue={0}
              marks={[{ value: 0 }]}
            />
            <span className={classes.points} data-changed={points !== before.points[i] || undefined}>
              {points === 0 ? t('tuning.out') : signed(points, format)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
