import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ValueComponent } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { ComponentBar } from './component-bar.tsx';
import classes from './ranking.module.css';
import { SaidMark } from './said-mark.tsx';
import { ValueBar } from './value-bar.tsx';
import type { WeighedRow } from './weigh-board.ts';

interface RowProps {
  readonly index: number;
  readonly top: number;
  readonly weighed: WeighedRow;
  readonly counted: readonly { readonly component: ValueComponent; readonly at: number }[];
  readonly share: number | null;
  readonly onOpen: (id: string) => void;
}

/** One ranked customer: its place, its value and what that is made of. */
export const RankingRow = memo(function RankingRow({
  index,
  top,
  weighed,
  counted,
  share,
  onOpen,
}: RowProps) {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const { row, rank, value, best, wasBest, shares } = weighed;
  const moved = best === wasBest ? null : best ? 'enters' : 'leaves';
  return (
    <tr
      aria-rowindex={index + 2}
      className={classes.row}
      data-best={best}
      data-moved={moved}
      style={{ transform: `translateY(${top}px)` }}
    >
      <td className={classes.rank}>{rank}</td>
      <td className={classes.customer}>
        <button type="button" className={classes.name} onClick={() => onOpen(row.accountId)}>
          {row.name ?? row.accountId}
        </button>
        {moved === null ? null : <em className={classes.moved}>{t(`ranking.${moved}`)}</em>}
        <SaidMark said={row.said} />
      </td>
      <td className={classes.value}>
        <ValueBar
          shares={counted.map(({ component, at }) => ({ name: component.name, share: shares[at] ?? null }))}
          best={best}
        />
        <span>{format.number(100 * (value ?? 0), 0)}</span>
      </td>
      {counted.map(({ component, at }) => (
        <td key={component.name} className={classes.component}>
          <ComponentBar
            component={component}
            percentile={row.percentiles[at] ?? null}
            raw={row.raw[at] ?? null}
            best={best}
          />
        </td>
      ))}
      <td className={classes.holds}>{share === null ? '' : format.share(share)}</td>
    </tr>
  );
});
