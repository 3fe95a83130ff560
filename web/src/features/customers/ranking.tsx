import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ValueBoard, ValueSensitivity } from '../../api/generated/types.gen.ts';
import classes from './ranking.module.css';
import { RankingHead } from './ranking-head.tsx';
import { RankingRow } from './ranking-row.tsx';
import type { WeighedBoard } from './weigh-board.ts';

const rowHeight = 46;

interface RankingProps {
  readonly board: ValueBoard;
  readonly weighed: WeighedBoard;
  /** Null while other weights are tried: the shares are those of the weights kept. */
  readonly shares: ValueSensitivity | null;
  readonly onOpen: (id: string) => void;
}

/** The ranked customers, best first; rows move to their new places when the weights do. */
export function Ranking({ board, weighed, shares, onOpen }: RankingProps) {
  const { t } = useTranslation('customers');
  const { ranked, standings, best } = weighed;
  const place = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(place.current?.offsetTop ?? 0), []);
  const rows = useWindowVirtualizer({
    count: ranked.length,
    estimateSize: () => rowHeight,
    overscan: 14,
    scrollMargin: top,
    getItemKey: (index) => `${ranked[index]!.row.accountId} ${ranked[index]!.row.startedOn}`,
  });
  const counted = board.components.flatMap((component, c) =>
    standings[c]?.leftOut === null ? [{ component, at: c }] : [],
  );
  const shareOf = new Map(shares?.shares.map(({ accountId, bestShare }) => [accountId, bestShare]));
  const style = { '--components': counted.length } as React.CSSProperties;
  return (
    <table
      className={classes.table}
      aria-label={t('ranking.label')}
      aria-rowcount={ranked.length + 1}
      style={style}
    >
      <RankingHead names={counted.map(({ component }) => component.name)} />
      <tbody ref={place} className={classes.rows} style={{ height: rowHeight * ranked.length }}>
        {rows.getVirtualItems().map(({ key, index }) => (
          <RankingRow
            key={key as string}
            index={index}
            top={rowHeight * index}
            weighed={ranked[index]!}
            counted={counted}
            share={shareOf.get(ranked[index]!.row.accountId) ?? null}
            onOpen={onOpen}
          />
        ))}
        {best === null ? null : (
          <tr className={classes.line} style={{ top: rowHeight * best }}>
            <td>{t('ranking.line', { count: best })}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
