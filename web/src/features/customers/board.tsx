import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/i18n/index.ts';
import { PageHead, Term } from '../../shared/ui/index.ts';
import classes from './board.module.css';
import { ChangePanel } from './change-panel.tsx';
import { CustomerDrawer } from './customer-drawer.tsx';
import { LastSelect } from './last-select.tsx';
import { Ranking } from './ranking.tsx';
import { SensitivityPanel } from './sensitivity-panel.tsx';
import { Shortfall } from './shortfall.tsx';
import { Unranked } from './unranked.tsx';
import { useBoard, useSensitivity, useWeighed } from './use-customers.ts';
import { useWeights } from './use-weights.ts';
import { WeightsPanel } from './weights-panel.tsx';

/** The ranking, the weights behind it, and one customer's facts beside it. */
export function Board() {
  const { t } = useTranslation(['customers', 'common']);
  const format = useFormat();
  const { customer, last, weights: written } = useSearch({ from: '/customers' });
  const navigate = useNavigate({ from: '/customers' });
  const board = useBoard(last);
  const tried = useWeights(written, board.kept);
  const { weighed, isWaiting } = useWeighed(board, { trial: tried.trial, settled: tried.settled, last });
  const sensitivity = useSensitivity(last);
  const open = (id: string | undefined) =>
    void navigate({ search: (search) => ({ ...search, customer: id }), replace: true, resetScroll: false });
  const { ranked, unranked, best, lacks } = weighed;
  return (
    <>
      <PageHead
        title={t('common:nav.customers')}
        lead={
          best === null ? (
            t('leadNone', { count: board.customers, shown: format.number(board.customers) })
          ) : (
            <>
              {t('lead.before', { n: format.number(best), of: format.number(board.ranked) })}{' '}
              <Term name="value">{t('lead.value')}</Term>
              {t('lead.after')}
            </>
          )
        }
        actions={<LastSelect last={last ?? null} customers={board.customers} />}
      />
      <div className={classes.columns}>
        <div className={classes.main}>
          {lacks === null ? null : <Shortfall board={board} lacks={lacks} />}
          {lacks === null ? (
            <Ranking
              board={board}
              weighed={weighed}
              shares={tried.trial === null ? sensitivity : null}
              onOpen={open}
            />
          ) : null}
          {board.whole ? null : (
            <p className={classes.cut}>
              {t('cut', { n: format.number(board.rows.length), of: format.number(board.customers) })}
            </p>
          )}
          <Unranked rows={unranked} weighed={weighed} board={board} onOpen={open} />
        </div>
        <aside className={classes.aside} aria-label={t('weights.title')}>
          <WeightsPanel board={board} weighed={weighed} tried={tried} />
          {tried.trial === null ? (
            <SensitivityPanel sensitivity={sensitivity} best={best} onOpen={open} />
          ) : (
            <ChangePanel weighed={weighed} isWaiting={isWaiting} onOpen={open} />
          )}
        </aside>
      </div>
      <CustomerDrawer id={customer ?? null} last={last} ranked={ranked} onOpen={open} />
    </>
  );
}
