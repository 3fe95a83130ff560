import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../api/generated/types.gen.ts';
import { useFormat } from '../i18n/index.ts';
import classes from './job-progress.module.css';

/** How far a running job is, with a way to end it. */
export function JobProgress({ job, onCancel }: { readonly job: Job | null; readonly onCancel: () => void }) {
  const { t } = useTranslation(['jobs', 'common']);
  const format = useFormat();
  const progress = job?.progress ?? null;
  const share = progress?.share ?? null;
  const step =
    progress === null
      ? t(job?.state === 'running' ? 'starting' : 'waiting')
      : t(`step.${progress.step}`, { defaultValue: progress.step });
  const subject = progress?.subject ?? null;
  return (
    <div className={classes.progress}>
      <div className={classes.row} role="status">
        <span>
          {subject === null ? step : `${step} · ${t(`subject.${subject}`, { defaultValue: subject })}`}
        </span>
        <span className="tabular">{share === null ? '' : format.share(share)}</span>
      </div>
      <Progress
        value={share === null ? 100 : 100 * share}
        animated={share === null}
        striped={share === null}
        size="sm"
        aria-label={step}
      />
      <Button variant="subtle" size="compact-sm" onClick={onCancel}>
        {t('common:cancel')}
      </Button>
    </div>
  );
}
