import { useTranslation } from 'react-i18next';
import type {
  ConnectionSummary,
  Job,
  SyncRun,
  SyncSummary,
  WrittenBack,
} from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { isOver, useJobs } from '../../shared/jobs/index.ts';
import { useProblemWords } from '../../shared/ui/index.ts';
import classes from './connections.module.css';
import { useLasted } from './use-lasted.ts';

/** The runs of a connection: when, how long, how they ended, what they did and cost. */
export function History({ connection }: { readonly connection: ConnectionSummary }) {
  const { t } = useTranslation('connections');
  const jobs = useJobs().filter((job) => job.connection === connection.name);
  if (connection.runs.length === 0) return null;
  return (
    <section className={classes.card}>
      <h3 className={classes.cardTitle}>{t('history.title')}</h3>
      <div className={classes.scroll}>
        <table className={`${classes.table} ${classes.history} tabular`}>
          <thead>
            <tr>
              {(['when', 'what', 'state', 'lasted', 'changed', 'requests'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`history.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {connection.runs.map((run) => (
              <RunRow key={run.id} run={run} state={stateOf(run, jobs)} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** A run whose job is over ended with it; the catalog learns that only when the next one begins. */
function stateOf(run: SyncRun, jobs: readonly Job[]): SyncRun['state'] {
  if (run.state !== 'running') return run.state;
  const own = jobs.find(({ startedAt }) => startedAt !== null && startedAt <= run.startedAt);
  return own !== undefined && isOver(own) && (own.endedAt ?? '') >= run.startedAt ? 'interrupted' : 'running';
}

function RunRow({ run, state }: { readonly run: SyncRun; readonly state: SyncRun['state'] }) {
  const { t } = useTranslation('connections');
  const format = useFormat();
  const lasted = useLasted();
  const words = useProblemWords();
  const { kind, startedAt, endedAt, error } = run;
  const seconds = endedAt === null ? null : (Date.parse(endedAt) - Date.parse(startedAt)) / 1000;
  return (
    <>
      <tr data-quiet={error !== null || undefined}>
        <td>{format.moment(startedAt)}</td>
        <td>{t(`history.kind.${kind}`)}</td>
        <td>
          <span className={classes.state} data-state={state}>
            {t(`history.is.${state}`)}
          </span>
        </td>
        <td>{seconds === null ? '' : lasted(seconds)}</td>
        <td>
          <RunCounts run={run} />
        </td>
        <td>{requestsOf(run) === null ? '' : format.number(requestsOf(run)!)}</td>
      </tr>
      {error === null ? null : (
        <tr>
          <td />
          <td colSpan={5} className={classes.wrong}>
            {words(error).message}
          </td>
        </tr>
      )}
    </>
  );
}

function requestsOf({ kind, result }: SyncRun): number | null {
  return kind === 'read' && result !== null ? (result as SyncSummary).requests : null;
}

function RunCounts({ run }: { readonly run: SyncRun }) {
  const { t } = useTranslation('connections');
  const format = useFormat();
  if (run.result === null) return null;
  if (run.kind === 'write') {
    const { written, failed } = run.result as WrittenBack;
    const values = { written: format.number(written), failed: format.number(failed.total) };
    return t(failed.total === 0 ? 'history.written' : 'history.writtenFailed', values);
  }
  const { streams } = run.result as SyncSummary;
  const sum = (name: 'added' | 'changed' | 'merged' | 'deleted') =>
    streams.reduce((total, stream) => total + stream[name], 0);
  const gone = sum('merged') + sum('deleted');
  return t('history.read', {
    added: format.number(sum('added')),
    changed: format.number(sum('changed')),
    gone: format.number(gone),
  });
}
