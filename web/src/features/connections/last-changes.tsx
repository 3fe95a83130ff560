import { useTranslation } from 'react-i18next';
import type { ConnectionSummary, SyncSummary } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import classes from './connections.module.css';
import { useStreamWords } from './use-stream-words.ts';

const counts = ['added', 'changed', 'merged', 'deleted'] as const;

/** What is there of each stream, and what the last sync changed. */
export function LastChanges({ connection }: { readonly connection: ConnectionSummary }) {
  const { t } = useTranslation('connections');
  const format = useFormat();
  const words = useStreamWords(connection.connector);
  const last = connection.runs.find(({ kind, state }) => kind === 'read' && state === 'done');
  if (last === undefined) return null;
  const { streams } = last.result as SyncSummary;
  return (
    <section className={classes.card}>
      <h3 className={classes.cardTitle}>{t('changes.title')}</h3>
      <div className={classes.scroll}>
        <table className={`${classes.table} tabular`}>
          <thead>
            <tr>
              <th scope="col">{t('changes.stream')}</th>
              <th scope="col" className={classes.amount}>
                {t('changes.records')}
              </th>
              {counts.map((each) => (
                <th key={each} scope="col" className={classes.amount}>
                  {t(`changes.${each}`)}
                </th>
              ))}
              <th scope="col">{t('changes.mode')}</th>
            </tr>
          </thead>
          <tbody>
            {streams.map((row) => (
              <tr key={row.stream}>
                <th scope="row">{words(row.stream)}</th>
                <td className={classes.amount}>{format.number(row.records)}</td>
                {counts.map((each) => (
                  <td key={each} className={classes.amount} data-none={row[each] === 0 || undefined}>
                    {format.number(row[each])}
                  </td>
                ))}
                <td className={classes.soft}>{t(`changes.${row.mode}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
