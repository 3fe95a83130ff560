import { Alert, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ConnectionSummary, Job, SyncSummary } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { isOver } from '../../shared/jobs/index.ts';
import { ProblemNote } from '../../shared/ui/index.ts';
import classes from './connections.module.css';
import { NextRun } from './next-run.tsx';
import { useWork } from './use-work.ts';
import { WorkProgress } from './work-progress.tsx';

/** Reads what changed, or everything; shows how far it is, and how the last one ended when it did not end well. */
export function SyncPanel({ connection }: { readonly connection: ConnectionSummary }) {
  const { t } = useTranslation('connections');
  const { name, connector } = connection;
  const { job, isRunning, isBusy, start, stop, error } = useWork('sync', name);
  const hasRead = connection.streams.length > 0;
  const ask = (full: boolean) => start({ kind: 'sync', connection: name, full });
  return (
    <section className={classes.card} aria-label={t('sync.title')}>
      <div className={classes.cardHead}>
        <div className={classes.grow}>
          <h3 className={classes.cardTitle}>{t('sync.title')}</h3>
          <LastSync connection={connection} />
          <NextRun connection={connection} />
        </div>
        {isRunning ? null : (
          <div className={classes.buttons}>
            {hasRead ? (
              <Button
                variant="default"
                disabled={isBusy}
                onClick={() => ask(true)}
                title={t('sync.fullHint')}
              >
                {t('sync.full')}
              </Button>
            ) : null}
            <Button disabled={isBusy} onClick={() => ask(false)}>
              {hasRead ? t('sync.now') : t('sync.first')}
            </Button>
          </div>
        )}
      </div>
      {isRunning ? <WorkProgress job={job} connector={connector} onStop={stop} /> : <Ended job={job} />}
      <ProblemNote error={error} />
    </section>
  );
}

function LastSync({ connection: { runs, streams } }: { readonly connection: ConnectionSummary }) {
  const { t } = useTranslation('connections');
  const format = useFormat();
  const last = runs.find(({ kind, state }) => kind === 'read' && state === 'done');
  if (last === undefined || last.endedAt === null) return <p className={classes.soft}>{t('sync.never')}</p>;
  const count = streams.reduce((sum, { records }) => sum + records, 0);
  return (
    <p className={classes.soft}>
      {t('sync.last', { at: format.moment(last.endedAt), count, records: format.number(count) })}
    </p>
  );
}

/** How the newest sync ended, when there is more to say than that it is done. */
function Ended({ job }: { readonly job: Job | null }) {
  const { t } = useTranslation('connections');
  const format = useFormat();
  if (job === null || !isOver(job)) return null;
  if (job.state === 'cancelled') return <Alert className={classes.note}>{t('sync.stopped')}</Alert>;
  if (job.state === 'done') {
    const { pause } = job.result as SyncSummary;
    if (pause === null) return null;
    return (
      <Alert className={classes.note} data-warm>
        {pause.resetsAt === null
          ? t('sync.paused')
          : t('sync.pausedUntil', { at: format.moment(pause.resetsAt) })}
      </Alert>
    );
  }
  return (
    <div className={classes.note}>
      <ProblemNote error={job.error} />
      {job.state === 'interrupted' ? <p className={classes.hint}>{t('sync.stopped')}</p> : null}
    </div>
  );
}
