import { NativeSelect, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ConnectionStage, ConnectionSummary, ShownConnection } from '../../api/generated/types.gen.ts';
import { PageError, ProblemNote } from '../../shared/ui/index.ts';
import classes from './connections.module.css';
import { StageBar } from './stage-bar.tsx';
import { useChange, useShown } from './use-connections.ts';
import { useTried } from './use-tried.ts';

/** What each stage means, who said so, and how deals fare that come to it: where they drop out. */
export function StagesView({ connection }: { readonly connection: ConnectionSummary }) {
  const { t } = useTranslation('connections');
  const shown = useShown(connection);
  if (shown.error !== null) return <PageError error={shown.error} />;
  if (shown.data === undefined) return <Skeleton height={260} radius="lg" />;
  const { stages, stageHistory, label } = shown.data;
  if (stages.length === 0) return <p className={classes.soft}>{t('stages.none', { label })}</p>;
  const isTold = tellsOutcome(shown.data);
  const pipelines = [...new Set(stages.map(({ pipeline }) => pipeline))];
  return (
    <>
      <p className={classes.lead}>{t(isTold ? 'stages.leadTold' : 'stages.lead', { label })}</p>
      {pipelines.map((pipeline) => (
        <Pipeline key={pipeline} name={pipeline} connection={connection} shown={shown.data} />
      ))}
      <p className={classes.hint}>{t(`stages.history.${stageHistory}`, { label })}</p>
    </>
  );
}

/** Where a field says how each deal stands, its stage means nothing of the kind. */
function tellsOutcome({ fields }: ShownConnection): boolean {
  return fields.some(({ kind, read }) => kind === 'outcome' && read);
}

interface PipelineProps {
  readonly name: string;
  readonly connection: ConnectionSummary;
  readonly shown: ShownConnection;
}

function Pipeline({ name, connection, shown }: PipelineProps) {
  const { t } = useTranslation('connections');
  const change = useChange(shown.name);
  const stages = shown.stages.filter(({ pipeline }) => pipeline === name);
  const most = Math.max(1, ...stages.map(({ deals }) => deals?.entered ?? 0));
  const isTold = tellsOutcome(shown);
  const hasDeals = stages.some(({ deals }) => deals !== null);
  return (
    <section className={classes.card}>
      <h3 className={classes.cardTitle}>{name}</h3>
      <div className={classes.scroll}>
        <table className={`${classes.table} ${classes.stages}`}>
          <thead>
            <tr>
              <th scope="col">{t('stages.stage')}</th>
              {isTold ? null : <th scope="col">{t('stages.means')}</th>}
              {isTold ? null : <th scope="col">{t('stages.saidBy')}</th>}
              {hasDeals ? <th scope="col">{t('stages.deals')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {stages.map((stage) => (
              <tr key={stage.id}>
                <th scope="row">{stage.label}</th>
                {isTold ? null : (
                  <>
                    <td>
                      <Meaning
                        stage={stage}
                        label={shown.label}
                        kept={connection.choices.outcomes[stage.id] ?? null}
                        keep={(means) => change.mutateAsync({ outcomes: { [stage.id]: means } })}
                      />
                    </td>
                    <td className={classes.saidBy}>
                      {t(`stages.by.${stage.saidBy}`, { label: shown.label })}
                    </td>
                  </>
                )}
                {hasDeals ? (
                  <td className={classes.fate}>
                    {stage.deals === null ? null : <StageBar deals={stage.deals} most={most} />}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hasDeals ? <Legend /> : <p className={classes.hint}>{t('stages.notYet')}</p>}
      <ProblemNote error={change.error} />
    </section>
  );
}

type Outcome = NonNullable<ConnectionStage['outcome']>;
const outcomes: readonly Outcome[] = ['won', 'lost', 'open'];

interface MeaningProps {
  readonly stage: ConnectionStage;
  readonly label: string;
  /** What a person said that it means; null: nobody did. */
  readonly kept: Outcome | null;
  /** Null takes the decision back. */
  readonly keep: (means: Outcome | null) => Promise<unknown>;
}

function Meaning({ stage, label, kept, keep }: MeaningProps) {
  const { t } = useTranslation('connections');
  const { outcome, saidBy } = stage;
  const [means, choose] = useTried(kept, keep);
  const own =
    saidBy === 'source' && outcome !== null
      ? t('stages.asSource', { label, means: t(`stages.is.${outcome}`) })
      : t(saidBy === 'nobody' ? 'stages.unsaid' : 'stages.asSourceSays', { label });
  return (
    <NativeSelect
      aria-label={t('stages.meansOf', { stage: stage.label })}
      size="xs"
      value={means ?? ''}
      onChange={({ target }) => choose(target.value === '' ? null : (target.value as Outcome))}
      data={[
        { value: '', label: own },
        ...outcomes.map((each) => ({ value: each, label: t(`stages.is.${each}`) })),
      ]}
    />
  );
}

function Legend() {
  const { t } = useTranslation('connections');
  return (
    <p className={classes.legend}>
      {outcomes.map((each) => (
        <span key={each}>
          <span className={classes.swatch} data-kind={each} aria-hidden="true" />
          {t(`stages.now.${each}`)}
        </span>
      ))}
    </p>
  );
}
