import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { JobProgress, useJob } from '../../shared/jobs/index.ts';
import { ProblemNote } from '../../shared/ui/index.ts';

/** Loads the sample into this workspace; the page turns into the overview when it is there. */
export function SampleButton() {
  const { t } = useTranslation('start');
  const { job, isRunning, start, cancel, error } = useJob('sample');
  if (isRunning) return <JobProgress job={job} onCancel={cancel} />;
  const failed = job?.state === 'failed' ? job.error : null;
  return (
    <>
      <Button variant="default" onClick={() => start({ kind: 'sample' })}>
        {t('welcome.sample.button')}
      </Button>
      <ProblemNote error={error ?? failed} />
    </>
  );
}
