import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ConnectionSummary } from '../../api/generated/types.gen.ts';
import { ProblemNote } from '../../shared/ui/index.ts';
import classes from './connections.module.css';
import { useChange } from './use-connections.ts';
import { useStreamWords } from './use-stream-words.ts';
import { useTried } from './use-tried.ts';

/** What the token may see and write, what it lacks, and which streams are read. */
export function AccessTable({ connection }: { readonly connection: ConnectionSummary }) {
  const { t } = useTranslation('connections');
  const words = useStreamWords(connection.connector);
  const change = useChange(connection.name);
  const { account, choices } = connection;
  const [chosen, choose] = useTried<readonly string[]>(choices.streams, (streams) =>
    change.mutateAsync({ streams: [...streams] }),
  );
  const lacks = account.streams.some(({ missing }) => missing !== null);
  const read = (stream: string, isRead: boolean) => {
    const streams = account.streams.map((each) => each.stream);
    choose(streams.filter((each) => (each === stream ? isRead : chosen.includes(each))));
  };
  return (
    <section className={classes.card}>
      <h3 className={classes.cardTitle}>{t('access.title')}</h3>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('changes.stream')}</th>
              <th scope="col">{t('access.read')}</th>
              <th scope="col">{t('access.readable')}</th>
              <th scope="col">{t('access.writable')}</th>
              {lacks ? <th scope="col">{t('access.missing')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {account.streams.map(({ stream, readable, writable, missing }) => {
              const isRead = chosen.includes(stream);
              const isLast = isRead && chosen.length === 1;
              return (
                <tr key={stream}>
                  <th scope="row">{words(stream)}</th>
                  <td>
                    <Switch
                      aria-label={t('access.readIt', { stream: words(stream) })}
                      checked={isRead}
                      disabled={isLast || !(readable || isRead)}
                      onChange={({ target }) => read(stream, target.checked)}
                    />
                  </td>
                  <td data-no={!readable || undefined}>{t(readable ? 'access.yes' : 'access.no')}</td>
                  <td data-no={!writable || undefined}>{t(writable ? 'access.yes' : 'access.no')}</td>
                  {lacks ? <td className={classes.soft}>{missing ?? ''}</td> : null}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <ProblemNote error={change.error} />
    </section>
  );
}
