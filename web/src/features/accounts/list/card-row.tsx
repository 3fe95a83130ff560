import { memo } from 'react';
import { retier } from '../card/preview.ts';
import { outWords, reasonWords, whyNowWords } from '../words/row-words.ts';
import classes from './table.module.css';
import type { TableRowProps } from './table-row.tsx';
import { TierMark } from './tier-mark.tsx';
import { TimingMark } from './timing-mark.tsx';

/** An account as a card, for narrow screens. */
export const CardRow = memo(function CardRow(props: TableRowProps) {
  const { place, row, rowHeight, speech, tuning, isActive, isOpen, onOpen } = props;
  const common = {
    id: `account-row-${place}`,
    'aria-rowindex': place + 2,
    className: classes.card,
    style: { height: rowHeight },
  } as const;
  if (row === undefined)
    return (
      <div role="row" {...common} aria-busy="true">
        <div role="gridcell" className={classes.waiting} />
      </div>
    );
  const now = tuning === null || row.tier === null ? row : retier(row.outcomes.fit, tuning);
  const sign = whyNowWords(speech, row.whyNow);
  return (
    <div
      role="row"
      {...common}
      aria-selected={isOpen}
      data-active={isActive || undefined}
      onClick={() => onOpen(place)}
    >
      <div role="gridcell" className={classes.cardBody}>
        <span className={classes.cardTop}>
          <TierMark tier={now.tier} was={row.tier} />
          <span className={classes.name}>{row.name ?? row.domain ?? row.id}</span>
          <span className="tabular">{now.fit}</span>
        </span>
        <span className={classes.cardLine}>
          <TimingMark timing={row.timing} />
          <span>{speech.t(`play.${row.play}`)}</span>
        </span>
        <span className={classes.second}>
          {outWords(speech, row) ??
            (sign === null ? reasonWords(speech, row) : `${sign.event} ${sign.when} ${sign.points}`)}
        </span>
        <span className={classes.second}>{row.bestContact ?? row.domain ?? ''}</span>
      </div>
    </div>
  );
});
