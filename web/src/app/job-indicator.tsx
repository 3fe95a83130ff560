import { Popover, RingProgress, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cancelJob } from '../api/generated/sdk.gen.ts';
import { ask } from '../shared/api/index.ts';
import { isOver, JobProgress, useJobs } from '../shared/jobs/index.ts';
import classes from './navigation.module.css';

/** The long work that runs, wherever in the app one is: how far it is, and a way to end it. */
export function JobIndicator() {
  const { t } = useTranslation('jobs');
  const open = useJobs().filter((job) => !isOver(job));
  const running = open.find(({ state }) => state === 'running') ?? open.at(-1);
  if (running === undefined) return null;
  const share = running.progress?.share ?? null;
  const kind = t(`kind.${running.kind}`);
  const waiting = open.length - 1;
  return (
    <Popover position="bottom-end" width={300} shadow="md" withArrow>
      <Popover.Target>
        <UnstyledButton className={classes.job} aria-label={t('running', { kind })}>
          <RingProgress
            size={24}
            thickness={3}
            sections={[{ value: share === null ? 25 : Math.max(4, 100 * share), color: 'teal' }]}
          />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <JobProgress
          job={running}
          onCancel={() => void ask(cancelJob({ path: { id: running.id } })).catch(() => undefined)}
        />
        {waiting === 0 ? null : <p className={classes.waiting}>{t('alsoWaiting', { count: waiting })}</p>}
      </Popover.Dropdown>
    </Popover>
  );
}
