import { memo } from 'react';
import type { AccountRow } from '../../../api/generated/types.gen.ts';
import { retier, type Tuning } from '../card/preview.ts';
import {
  outWords,
  type RowSpeech,
  rangeWords,
  reasonWords,
  unknownWords,
  whyNowWords,
} from '../words/row-words.ts';
import { LineStrip } from './line-strip.tsx';
import classes from './table.module.css';
import { TierMark } from './tier-mark.tsx';
import { TimingMark } from './timing-mark.tsx';

/** One row of the list. */
export interface TableRowProps {
  /** From 0 on, in the list as it is ordered. */
  readonly place: number;
  readonly row: AccountRow | undefined;
  readonly rowHeight: number;
  readonly speech: RowSpeech;
  /** Points and tiers that are tried; null shows those of the page. */
  readonly tuning: Tuning | null;
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (place: number) => void;
}

/** An account as a row: who, how well it fits, when, why, and whom to call. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { place, row, rowHeight, isActive, isOpen, onOpen } = props;
  const common = {
    id: `account-row-${place}`,
    'aria-rowindex': place + 2,
    className: classes.row,
    style: { height: rowHeight },
  } as const;
  if (row === undefined)
    return (
      <div role="row" {...common} aria-busy="true">
        <div role="gridcell" className={classes.cell} data-column="rank" />
        <div role="gridcell" className={classes.waiting} />
      </div>
    );
  return (
    <div
      role="row"
      {...common}
      aria-selected={isOpen}
      data-active={isActive || undefined}
      data-open={isOpen || undefined}
      data-out={row.standing !== 'scored' || undefined}
      onClick={() => onOpen(place)}
    >
      <Cells {...props} row={row} />
    </div>
  );
});

function Cells({ row, speech, tuning }: TableRowProps & { readonly row: AccountRow }) {
  const { t, format, list } = speech;
  const now = tuning === null || row.tier === null ? row : retier(row.outcomes.fit, tuning);
  const worth = list.lines.fit.map(({ id, points }, i) => ({ id, points: tuning?.points[i] ?? points }));
  return (
    <>
      <div role="gridcell" className={classes.cell} data-column="rank">
        {row.rank === null ? '–' : format.number(row.rank)}
      </div>
      <div role="gridcell" className={classes.cell} data-column="account">
        <span className={classes.name}>{row.name ?? row.domain ?? row.id}</span>
        <span className={classes.second}>{row.domain ?? row.id}</span>
      </div>
      <div role="gridcell" className={classes.cell} data-column="tier">
        <TierMark tier={now.tier} was={row.tier} />
      </div>
      <div role="gridcell" className={classes.cell} data-column="fit">
        <span className="tabular">
          <strong>{now.fit}</strong>
          {tuning === null && row.fitMin !== row.fitMax ? (
            <span className={classes.range}> {rangeWords(speech, row.fitMin, row.fitMax)}</span>
          ) : null}
        </span>
        <LineStrip outcomes={row.outcomes.fit} lines={worth} />
      </div>
      <div role="gridcell" className={classes.cell} data-column="timing">
        <TimingMark timing={row.timing} />
        <span className={classes.second}>{t(`play.${row.play}`)}</span>
      </div>
      <Why row={row} speech={speech} />
      <div role="gridcell" className={classes.cell} data-column="where">
        <span className={classes.first}>{row.industry ?? '–'}</span>
        <span className={classes.second}>{row.country ?? '–'}</span>
      </div>
      <div role="gridcell" className={classes.cell} data-column="contact">
        <span className={classes.first}>{row.bestContact ?? '–'}</span>
        <span className={classes.second}>{row.owner ?? '–'}</span>
      </div>
    </>
  );
}

function Why({ row, speech }: { readonly row: AccountRow; readonly speech: RowSpeech }) {
  const sign = whyNowWords(speech, row.whyNow);
  const out = outWords(speech, row);
  const reasons = reasonWords(speech, row);
  const unknown = unknownWords(speech, row);
  const [first, second] =
    sign === null ? [out ?? reasons, unknown] : [null, out ?? [reasons, unknown].filter(Boolean).join(' · ')];
  return (
    <div role="gridcell" className={classes.cell} data-column="why" title={`${reasons}\n${unknown ?? ''}`}>
      {sign === null ? (
        <span className={classes.first}>{first}</span>
      ) : (
        <span className={classes.sign}>
          <span className={classes.now}>{sign.event}</span>
          <span>{sign.when}</span>
          <span className={classes.range}>{sign.points}</span>
        </span>
      )}
      <span className={classes.second}>{second}</span>
    </div>
  );
}
