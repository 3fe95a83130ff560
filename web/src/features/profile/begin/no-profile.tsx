import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../api/generated/types.gen.ts';
import { useWorkspace } from '../../../shared/api/index.ts';
import { useSpeech } from '../../../shared/i18n/index.ts';
import { JobProgress, useJob } from '../../../shared/jobs/index.ts';
import { ButtonLink, Empty, ProblemNote } from '../../../shared/ui/index.ts';
import { toldWords } from '../../../shared/words/index.ts';

/** Nothing is written yet: from data where there are any, else from ten answers. */
export function NoProfile() {
  const { t } = useTranslation('profile');
  const client = useQueryClient();
  const speech = useSpeech();
  const { snapshot, rows } = useWorkspace();
  const { job, isRunning, start, cancel, error } = useJob('draft', () => void client.invalidateQueries());
  const hasCustomers = snapshot !== null && rows.customers + rows.deals > 0;
  const shortfall = shortfallOf(job);
  return (
    <Empty title={t('begin.title')} text={t(hasCustomers ? 'begin.fromData' : 'begin.fromAnswers')}>
      {isRunning ? (
        <JobProgress job={job} onCancel={cancel} />
      ) : (
        <>
          {hasCustomers ? (
            <Button onClick={() => start({ kind: 'draft', name: t('begin.defaultName') })}>
              {t('begin.draft')}
            </Button>
          ) : null}
          <ButtonLink variant={hasCustomers ? 'default' : 'filled'} to="/profile" search={{ new: true }}>
            {t('begin.answer')}
          </ButtonLink>
        </>
      )}
      {shortfall === null ? null : <p>{toldWords(speech, shortfall)}</p>}
      <ProblemNote error={error ?? (job?.state === 'failed' ? job.error : null)} />
    </Empty>
  );
}

/** Why the data were too few for a draft; null when they were not. */
function shortfallOf(job: Job | null): string | null {
  if (job?.state !== 'done') return null;
  const { kind, why, reason } = job.result as { kind: string; why?: string; reason?: string };
  return kind === 'draft' ? null : (why ?? reason ?? null);
}
