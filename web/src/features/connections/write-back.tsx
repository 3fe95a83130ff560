import { Alert, Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ConnectionSummary, Job, WrittenBack } from '../../api/generated/types.gen.ts';
import { isOver } from '../../shared/jobs/index.ts';
import { ProblemNote } from '../../shared/ui/index.ts';
import classes from './connections.module.css';
import { useChange } from './use-connections.ts';
import { useTried } from './use-tried.ts';
import { useWork } from './use-work.ts';
import type { ViewProps } from './view-props.ts';
import { WorkProgress } from './work-progress.tsx';
import { WritePlan } from './write-plan.tsx';
import { WriteResult } from './write-result.tsx';

type WriteProps = Pick<ViewProps, 'connection' | 'writable'>;

/** What is written back: chosen field by field, looked at first, then written. */
export function WriteBack({ connection, writable }: WriteProps) {
  const { t } = useTranslation('connections');
  const { name, label, connector, choices, account } = connection;
  const work = useWork('write-back', name);
  const canWrite = account.streams.some(({ stream, writable: may }) => stream === 'companies' && may);
  const ask = (dryRun: boolean) => work.start({ kind: 'write-back', connection: name, dryRun });
  return (
    <>
      <p className={classes.lead}>{t('write.lead', { label })}</p>
      {canWrite ? null : <Alert className={classes.note}>{t('write.mayNot', { label })}</Alert>}
      <ChooseWrites connection={connection} writable={writable} isDisabled={work.isRunning} />
      <section className={classes.card} aria-label={t('write.look')}>
        <div className={classes.cardHead}>
          <h3 className={`${classes.cardTitle} ${classes.grow}`}>{t('write.look')}</h3>
          {work.isRunning ? null : (
            <Button
              variant="default"
              disabled={work.isBusy || choices.write.length === 0 || connection.streams.length === 0}
              onClick={() => ask(true)}
            >
              {t('write.preview')}
            </Button>
          )}
        </div>
        {connection.streams.length === 0 ? <p className={classes.soft}>{t('write.readFirst')}</p> : null}
        <ProblemNote error={work.error} />
        {work.isRunning ? (
          <WorkProgress job={work.job} connector={connector} onStop={work.stop} />
        ) : (
          <Outcome job={work.job} connection={connection} onWrite={() => ask(false)} />
        )}
      </section>
    </>
  );
}

interface ChooseProps extends WriteProps {
  readonly isDisabled: boolean;
}

function ChooseWrites({ connection, writable, isDisabled }: ChooseProps) {
  const { t } = useTranslation('connections');
  const change = useChange(connection.name);
  const keep = (write: readonly string[]) => change.mutateAsync({ write: [...write] });
  const [chosen, choose] = useTried<readonly string[]>(connection.choices.write, keep);
  return (
    <section className={classes.card}>
      <Checkbox.Group
        label={t('write.choose')}
        description={t('write.chooseHint')}
        value={[...chosen]}
        onChange={choose}
      >
        <div className={classes.checks}>
          {writable.map(({ name, field, label }) => (
            <Checkbox
              key={name}
              value={name}
              disabled={isDisabled}
              label={t(`write.field.${name}`, { defaultValue: label })}
              description={field}
            />
          ))}
        </div>
      </Checkbox.Group>
      <ProblemNote error={change.error} />
    </section>
  );
}

interface OutcomeProps {
  readonly job: Job | null;
  readonly connection: ConnectionSummary;
  readonly onWrite: () => void;
}

function Outcome({ job, connection, onWrite }: OutcomeProps) {
  const { t } = useTranslation('connections');
  if (job === null || !isOver(job)) return null;
  if (job.state === 'cancelled') return <Alert className={classes.note}>{t('write.stopped')}</Alert>;
  if (job.state !== 'done') return <ProblemNote error={job.error} />;
  const result = job.result as WrittenBack;
  if (!result.dryRun) return <WriteResult result={result} label={connection.label} />;
  const isSame = [...result.fields].toSorted().join() === [...connection.choices.write].toSorted().join();
  if (!isSame) return <p className={classes.soft}>{t('write.chosenAnew')}</p>;
  return <WritePlan result={result} label={connection.label} onWrite={onWrite} />;
}
