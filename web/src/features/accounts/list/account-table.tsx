import { useMediaQuery } from '@mantine/hooks';
import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PageError } from '../../../shared/ui/index.ts';
import { useReadAhead } from '../api/use-account.ts';
import { type ListAsk, type Rows, useRows } from '../api/use-rows.ts';
import { CardRow } from './card-row.tsx';
import classes from './table.module.css';
import { TableHead } from './table-head.tsx';
import type { AccountTableProps } from './table-props.ts';
import { TableRow } from './table-row.tsx';
import { useFollowing } from './use-following.ts';
import { useListKeys } from './use-list-keys.ts';
import { type RowWindow, useRowWindow } from './use-row-window.ts';

const heights = { table: 58, card: 112, head: 46 };

/** All accounts that fit, however many: only the rows that are seen are read and drawn. */
export const AccountTable = memo(function AccountTable(props: AccountTableProps) {
  const { ask, matching, active, onActive, onOpen } = props;
  const { t } = useTranslation('accounts');
  const isNarrow = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false });
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = isNarrow ? heights.card : heights.table;
  const taken = isNarrow ? 0 : heights.head;
  const key = JSON.stringify([ask.filters, ask.sort, ask.desc]);
  const shown = useRowWindow(scroller, { rows: matching, rowHeight, taken, key });
  const rows = useSettledRows(ask, shown, matching);
  useReadAhead(rows.at(active === null ? 0 : active + 1)?.id, ask.run);
  const openLater = useFollowing(props, rows);
  const openAt = (place: number) => {
    onActive(place);
    const row = rows.at(place);
    if (row === undefined) openLater(place);
    else onOpen(row.id);
  };
  const onKeyDown = useListKeys(props, { shown, openAt });
  if (rows.error !== null) return <PageError error={rows.error} />;
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      className={classes.grid}
      aria-label={t('listOf', { count: matching })}
      aria-rowcount={matching + 1}
      aria-activedescendant={active === null ? undefined : `account-row-${active}`}
      onKeyDown={onKeyDown}
    >
      {isNarrow ? null : <TableHead {...props} />}
      <div style={{ height: shown.height }} role="rowgroup">
        <div className={classes.view} style={{ height: shown.view, top: taken }}>
          <div style={{ transform: `translateY(${shown.shift}px)` }}>
            <DrawnRows {...props} rows={rows} shown={shown} rowHeight={rowHeight} openAt={openAt} />
          </div>
        </div>
      </div>
    </div>
  );
});

/** Rows are asked for where the list has come to rest, not where it flies past. */
function useSettledRows(ask: ListAsk, shown: RowWindow, matching: number): Rows {
  const settled = useRef(shown);
  if (shown.isSettled) settled.current = shown;
  const { first, last } = settled.current;
  return useRows(ask, { first, last: Math.min(last, matching - 1) });
}

function DrawnRows({
  rows,
  shown,
  rowHeight,
  openAt,
  ...props
}: AccountTableProps & {
  readonly rows: Rows;
  readonly shown: RowWindow;
  readonly rowHeight: number;
  readonly openAt: (place: number) => void;
}) {
  const { speech, tuning, active, open } = props;
  const latest = useRef(openAt);
  latest.current = openAt;
  const onOpen = useRef((place: number) => latest.current(place)).current;
  const Row = rowHeight === heights.card ? CardRow : TableRow;
  const places = Array.from({ length: Math.max(shown.last - shown.first + 1, 0) }, (_, i) => shown.first + i);
  return places.map((place) => {
    const row = rows.at(place);
    return (
      <Row
        key={place}
        place={place}
        row={row}
        rowHeight={rowHeight}
        speech={speech}
        tuning={tuning}
        isActive={place === active}
        isOpen={open !== null && row?.id === open}
        onOpen={onOpen}
      />
    );
  });
}
