import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountList } from '../../api/generated/types.gen.ts';
import { ProblemError } from '../../shared/api/index.ts';
import { JobProgress, useJob } from '../../shared/jobs/index.ts';
import { Empty, PageHead, useProblemWords } from '../../shared/ui/index.ts';

/** Scores the accounts with the page, the data and the day of now: at once, as nothing is shown before. */
export function Scoring({ list }: { readonly list: AccountList }) {
  const { t } = useTranslation('accounts');
  const client = useQueryClient();
  const words = useProblemWords();
  const readAnew = useCallback(() => void client.invalidateQueries({ queryKey: ['list'] }), [client]);
  const { job, isRunning, start, cancel, error } = useJob('score', readAnew);
  const asked = useRef<string | null>(null);
  const wanted = `${list.profile.name} ${list.profile.version} ${list.snapshot} ${list.asOf}`;
  const score = useCallback(() => {
    asked.current = wanted;
    start({ kind: 'score' });
  }, [wanted, start]);
  useEffect(() => {
    if (asked.current !== wanted && !isRunning) score();
  }, [wanted, isRunning, score]);
  const hasEnded = asked.current === wanted && !isRunning && job !== null && job.state !== 'done';
  const failed = error ?? (hasEnded && job.error !== null ? problemOf(job.error) : null);
  return (
    <>
      <PageHead title={t('title')} lead={t('scoring.lead', { name: list.profile.name })} />
      {failed === null && !hasEnded ? (
        <JobProgress job={isRunning ? job : null} onCancel={cancel} />
      ) : (
        <Empty
          title={failed === null ? t('scoring.stopped') : words(failed).message}
          text={failed === null ? '' : words(failed).remedy}
        >
          <Button onClick={score}>{t('scoring.again')}</Button>
        </Empty>
      )}
    </>
  );
}

function problemOf(error: { code: string; params: unknown; message: string; remedy: string }): ProblemError {
  const params = (error.params ?? {}) as Record<string, unknown>;
  return new ProblemError({ type: '', title: error.message, status: 500, ...error, params });
}
