import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import classes from './connections.module.css';
import { useLasted } from './use-lasted.ts';
import { useStreamWords } from './use-stream-words.ts';

interface WorkProgressProps {
  /** Null while it is being asked for. */
  readonly job: Job | null;
  readonly connector: string;
  readonly onStop: () => void;
}

/** How far a sync or a write-back is: what it reads or writes, how many records so far, why it waits. */
export function WorkProgress({ job, connector, onStop }: WorkProgressProps) {
  const { t } = useTranslation('connections');
  const format = useFormat();
  const words = useProgressWords(connector);
  const progress = job?.progress ?? null;
  const share = progress?.share ?? null;
  const isWaiting = progress?.step === 'waiting';
  const said = words(job);
  return (
    <div className={classes.progress} data-waiting={isWaiting || undefined}>
      <div className={classes.progressRow} role="status">
        <span>{said}</span>
        <span className="tabular">{share === null ? '' : format.share(share)}</span>
      </div>
      <Progress
        value={share === null ? 100 : 100 * share}
        striped={share === null}
        animated={share === null && !isWaiting}
        color={isWaiting ? 'yellow' : undefined}
        size="sm"
        aria-label={said}
      />
      {isWaiting && progress.subject !== null ? (
        <p className={classes.hint} lang="en">
          {progress.subject}
        </p>
      ) : null}
      <div className={classes.actions}>
        <Button variant="default" size="compact-sm" onClick={onStop}>
          {t('progress.stop')}
        </Button>
        <span className={classes.hint}>{t('progress.kept')}</span>
      </div>
    </div>
  );
}

/** What a job does at the moment, in words. */
function useProgressWords(connector: string): (job: Job | null) => string {
  const { t } = useTranslation(['connections', 'jobs']);
  const format = useFormat();
  const lasted = useLasted();
  const stream = useStreamWords(connector);
  return (job) => {
    const progress = job?.progress ?? null;
    if (progress === null) return t(job?.state === 'running' ? 'jobs:starting' : 'jobs:waiting');
    const { step, subject, count } = progress;
    const values = { count: count ?? 0, records: format.number(count ?? 0) };
    if (step === 'waiting') return t('progress.waiting', { time: lasted(count ?? 0) });
    if (step === 'syncing') return t('progress.reading', { ...values, stream: stream(subject ?? '') });
    if (step === 'merging') return t('progress.merging', { stream: stream(subject ?? '') });
    if (step === 'writing-back') return t('progress.writing', values);
    return t(`jobs:step.${step}`, { defaultValue: step });
  };
}
