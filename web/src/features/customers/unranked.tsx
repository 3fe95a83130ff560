import { useTranslation } from 'react-i18next';
import type { ValueBoard } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { SaidMark } from './said-mark.tsx';
import classes from './unranked.module.css';
import type { WeighedBoard, WeighedRow } from './weigh-board.ts';

interface UnrankedProps {
  readonly rows: readonly WeighedRow[];
  readonly weighed: WeighedBoard;
  readonly board: ValueBoard;
  readonly onOpen: (id: string) => void;
}

const mostShown = 200;

/** Customers without a place, each with the reason: they are in neither group. */
export function Unranked({ rows, weighed, board, onOpen }: UnrankedProps) {
  const { t } = useTranslation('customers');
  const format = useFormat();
  if (rows.length === 0) return null;
  const counted = weighed.standings.flatMap(({ leftOut }, c) => (leftOut === null ? [c] : []));
  const reason = ({ row, coverage }: WeighedRow) => {
    const lacks = counted.filter((c) => row.percentiles[c] === null).map((c) => board.components[c]!.name);
    if (weighed.lacks !== null || lacks.length === 0) return '';
    const list = format.list(lacks.map((name) => t(`component.${name}`)));
    return t('unranked.reason', { list, share: format.share(coverage) });
  };
  return (
    <details className={classes.unranked} open={weighed.lacks !== null}>
      <summary>
        {weighed.lacks === null
          ? t('unranked.title', { count: rows.length, shown: format.number(rows.length) })
          : t('unranked.all', { count: rows.length, shown: format.number(rows.length) })}
      </summary>
      {weighed.lacks === null ? <p className={classes.text}>{t('unranked.text')}</p> : null}
      <ul className={classes.list}>
        {rows.slice(0, mostShown).map((each) => (
          <li key={`${each.row.accountId} ${each.row.startedOn}`}>
            <button type="button" className={classes.name} onClick={() => onOpen(each.row.accountId)}>
              {each.row.name ?? each.row.accountId}
            </button>
            <SaidMark said={each.row.said} />
            <span className={classes.reason}>{reason(each)}</span>
          </li>
        ))}
        {rows.length > mostShown ? (
          <li>
            {t('change.more', {
              count: rows.length - mostShown,
              shown: format.number(rows.length - mostShown),
            })}
          </li>
        ) : null}
      </ul>
    </details>
  );
}
