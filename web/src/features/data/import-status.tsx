import { Alert, Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cancelJob, repeatJob } from '../../api/generated/sdk.gen.ts';
import type { ImportSummary, Job } from '../../api/generated/types.gen.ts';
import { ask } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { isOver, JobProgress, keepJob } from '../../shared/jobs/index.ts';
import { notify, useProblemWords } from '../../shared/ui/index.ts';
import classes from './data.module.css';
import { useUndo } from './use-undo.ts';

const closedKey = 'bestfit.closed-job';

/** The import that runs, or how the last one ended when it did not end well; it survives a reload. */
export function ImportStatus({
  job,
  lastChange,
}: {
  readonly job: Job | null;
  readonly lastChange: string | null;
}) {
  const { t } = useTranslation('data');
  const [closed, setClosed] = useState(() => Number(localStorage.getItem(closedKey)));
  useNoticeWhenDone(job);
  if (job === null) return null;
  const files = job.files.join(', ');
  if (!isOver(job))
    return (
      <section className={classes.card} aria-label={t('importing.title', { files })}>
        <h2 className={classes.cardTitle}>{t('importing.title', { files })}</h2>
        <JobProgress
          job={job}
          onCancel={() => void ask(cancelJob({ path: { id: job.id } })).catch(() => undefined)}
        />
      </section>
    );
  const isPast = lastChange !== null && (job.endedAt ?? '') < lastChange;
  if (job.state === 'done' || job.error === null || job.id === closed || isPast) return null;
  return (
    <Ended
      job={job}
      onClose={() => {
        localStorage.setItem(closedKey, String(job.id));
        setClosed(job.id);
      }}
    />
  );
}

/** An import that did not end well: what happened, and the same again with one click. */
function Ended({ job, onClose }: { readonly job: Job; readonly onClose: () => void }) {
  const { t } = useTranslation('data');
  const words = useProblemWords();
  const client = useQueryClient();
  const { message, remedy } = words(job.error);
  const again = useMutation({
    mutationFn: () => ask(repeatJob({ path: { id: job.id } })),
    onSuccess: (started) => keepJob(client, started),
  });
  const isCutOff = job.state === 'interrupted';
  const isUndone = (job.error?.params as { readonly unchanged?: boolean } | undefined)?.unchanged === true;
  return (
    <Alert
      className={classes.note}
      data-warm={isCutOff || undefined}
      role="alert"
      color={isCutOff ? 'gray' : 'red'}
      variant="light"
      title={`${job.files.join(', ')}: ${message}`}
      withCloseButton
      closeButtonLabel={t('importing.close')}
      onClose={onClose}
    >
      {remedy}
      {isUndone ? (
        <div className={classes.actions}>
          <Button
            size="compact-sm"
            variant="default"
            loading={again.isPending}
            onClick={() => again.mutate()}
          >
            {t('importing.again')}
          </Button>
        </div>
      ) : null}
    </Alert>
  );
}

/** Says what came of an import that was seen running, with the way back. */
function useNoticeWhenDone(job: Job | null): void {
  const { t } = useTranslation(['data', 'common']);
  const format = useFormat();
  const undo = useUndo();
  const seen = useRef<number | null>(null);
  const tell = useCallback(
    ({ files, commit }: ImportSummary) => {
      const sum = (part: 'kept' | 'quarantined') => files.reduce((all, { rows }) => all + rows[part], 0);
      const aside = sum('quarantined');
      const kept = t('importing.kept', { count: sum('kept'), rows: format.number(sum('kept')) });
      const rest =
        aside === 0 ? '' : ` ${t('importing.aside', { count: aside, rows: format.number(aside) })}`;
      notify({ message: `${kept}${rest}`, undo: { label: t('common:undo'), run: () => undo(commit) } });
    },
    [t, format, undo],
  );
  useEffect(() => {
    if (job === null) return;
    if (!isOver(job)) seen.current = job.id;
    else if (seen.current === job.id) {
      seen.current = null;
      if (job.state === 'done') tell(job.result as ImportSummary);
    }
  }, [job, tell]);
}
