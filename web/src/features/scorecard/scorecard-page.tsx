import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NewJob } from '../../api/generated/types.gen.ts';
import { JobProgress, useJob } from '../../shared/jobs/index.ts';
import { Empty, notify, PageHead, ProblemNote } from '../../shared/ui/index.ts';
import { Chances } from './chances.tsx';
import { HeldOut } from './held-out.tsx';
import { PointsTable } from './points-table.tsx';
import { useLearned, useUnknowns } from './use-scorecard.ts';
import { WorthKnowing } from './worth-knowing.tsx';

/** The points of the page: learned from customers, held against customers not seen, and what is unknown. */
export function ScorecardPage() {
  const { t } = useTranslation(['scorecard', 'common']);
  const learned = useLearned();
  const unknowns = useUnknowns();
  const { job, isRunning, start, cancel, error } = useJob('learn', () =>
    notify({ message: t('learnedNotice') }),
  );
  const learn = (save: number | null) => start({ kind: 'learn', save } satisfies NewJob);
  const failed = job?.state === 'failed' || job?.state === 'interrupted' ? job.error : null;
  const canKeep = learned !== null && learned.verdict !== 'no-evidence' && learned.searchable;
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          isRunning ? (
            <JobProgress job={job} onCancel={cancel} />
          ) : (
            <>
              {canKeep && learned.saved === null ? (
                <Button variant="default" onClick={() => learn(1)}>
                  {t('keep')}
                </Button>
              ) : null}
              <Button onClick={() => learn(null)}>{learned === null ? t('learn') : t('again')}</Button>
            </>
          )
        }
      />
      <ProblemNote error={error ?? failed} />
      {learned === null ? (
        <Empty title={t('none.title')} text={t('none.text')} />
      ) : (
        <>
          <HeldOut learned={learned} />
          <PointsTable learned={learned} />
          <Chances learned={learned} />
        </>
      )}
      {unknowns === null ? null : <WorthKnowing unknowns={unknowns} />}
    </>
  );
}
