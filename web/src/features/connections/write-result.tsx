import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WrittenBack } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import classes from './connections.module.css';

interface ResultProps {
  readonly result: WrittenBack;
  readonly label: string;
}

/** What was written, what is left for another day, and why records failed. */
export function WriteResult({ result, label }: ResultProps) {
  const { t } = useTranslation('connections');
  const format = useFormat();
  const { written, failed, left, state, budget } = result;
  return (
    <>
      <p className={classes.done} role="status">
        {t('write.written', { count: written, shown: format.number(written), label })}
      </p>
      {state === 'paused' ? (
        <Alert className={classes.note} data-warm>
          {t('write.left', { count: left, shown: format.number(left) })}{' '}
          {budget.resetsAt === null ? '' : t('write.leftUntil', { at: format.moment(budget.resetsAt) })}
        </Alert>
      ) : null}
      {failed.total === 0 ? null : <Failures failed={failed} />}
    </>
  );
}

function Failures({ failed }: { readonly failed: WrittenBack['failed'] }) {
  const { t } = useTranslation('connections');
  const format = useFormat();
  return (
    <>
      <h4 className={classes.label}>
        {t('write.failed', { count: failed.total, shown: format.number(failed.total) })}
      </h4>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('write.account')}</th>
              <th scope="col">{t('write.why')}</th>
            </tr>
          </thead>
          <tbody>
            {failed.first.map(({ id, name, code, message }) => (
              <tr key={id}>
                <th scope="row">{name ?? id}</th>
                <td lang="en">
                  {message} <span className={classes.faint}>{code}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
