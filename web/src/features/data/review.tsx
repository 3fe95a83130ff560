import { Alert, Button, Skeleton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { cancelJob } from '../../api/generated/sdk.gen.ts';
import type { FilesPreview, Job, KnownField } from '../../api/generated/types.gen.ts';
import { ask } from '../../shared/api/index.ts';
import { isOver, JobProgress } from '../../shared/jobs/index.ts';
import { ProblemNote } from '../../shared/ui/index.ts';
import classes from './data.module.css';
import { ReviewFiles } from './review-files.tsx';
import { withoutPreview } from './search.ts';

interface ReviewProps {
  /** The job of the preview; null while it is not known yet. */
  readonly job: Job | null;
  readonly fields: readonly KnownField[];
}

/** How files would be read, before anything is: looked at, corrected, brought in. */
export function Review({ job, fields }: ReviewProps) {
  const { t } = useTranslation(['data', 'common']);
  const navigate = useNavigate();
  const close = () =>
    void navigate({ to: '/data', search: (before) => withoutPreview(before), replace: true });
  if (job === null) return <Skeleton height={220} radius="lg" mb="lg" />;
  if (!isOver(job))
    return (
      <section className={classes.card} aria-label={t('review.looking', { files: job.files.join(', ') })}>
        <h2 className={classes.cardTitle}>{t('review.looking', { files: job.files.join(', ') })}</h2>
        <JobProgress
          job={job}
          onCancel={() => void ask(cancelJob({ path: { id: job.id } })).then(close, close)}
        />
      </section>
    );
  if (job.state === 'done')
    return (
      <ReviewFiles
        key={job.id}
        job={job}
        preview={job.result as FilesPreview}
        fields={fields}
        onClose={close}
      />
    );
  return (
    <section className={classes.card}>
      {job.error === null ? (
        <Alert variant="light">{t('review.cancelled')}</Alert>
      ) : (
        <ProblemNote error={job.error} />
      )}
      <div className={classes.actions}>
        <Button variant="default" onClick={close}>
          {t('common:close')}
        </Button>
      </div>
    </section>
  );
}
