import { Alert, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WrittenBack } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import classes from './connections.module.css';

interface PlanProps {
  readonly result: WrittenBack;
  readonly label: string;
  readonly onWrite: () => void;
}

/** What writing would do: how many accounts, which fields are made, what it costs, the first changes. */
export function WritePlan({ result, label, onWrite }: PlanProps) {
  const { t } = useTranslation('connections');
  const format = useFormat();
  const { accounts, missing } = result;
  const { changed } = accounts;
  return (
    <>
      <WriteCounts result={result} />
      {missing.map(({ field, state, remedy }) => (
        <Alert key={field} className={classes.note} data-warm={state === 'missing' || undefined}>
          {t(`write.${state === 'missing' ? 'fieldMissing' : 'fieldCreated'}`, {
            field: t(`write.field.${field}`, { defaultValue: field }),
            label,
          })}
          {state === 'missing' && remedy !== null ? <span lang="en"> {remedy}</span> : null}
        </Alert>
      ))}
      <Cost result={result} />
      <FirstChanges result={result} />
      <div className={classes.actions}>
        <Button disabled={changed === 0} onClick={onWrite}>
          {changed === 0
            ? t('write.nothing')
            : t('write.write', { count: changed, shown: format.number(changed), label })}
        </Button>
        <span className={classes.hint}>{t('write.promise', { label })}</span>
      </div>
    </>
  );
}

function WriteCounts({ result: { accounts } }: { readonly result: WrittenBack }) {
  const { t } = useTranslation('connections');
  const format = useFormat();
  const { scored, found, unchanged, changed } = accounts;
  const facts = { changed, unchanged, absent: scored - found, scored };
  return (
    <dl className={`${classes.facts} tabular`}>
      {Object.entries(facts).map(([name, count]) => (
        <div key={name}>
          <dt>{t(`write.count.${name}`)}</dt>
          <dd>{format.number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Cost({ result: { budget } }: { readonly result: WrittenBack }) {
  const { t } = useTranslation('connections');
  const format = useFormat();
  const { unit, cost, used, limit, share, days } = budget;
  const units = t(`budget.unit.${unit}`);
  const values = { cost: format.number(cost), units };
  return (
    <p className={`${classes.soft} tabular`}>
      {limit === null
        ? t('write.costUnknown', values)
        : t('write.cost', {
            ...values,
            allowed: format.number(Math.floor(limit * share)),
            used: format.number(used),
          })}{' '}
      {days === null ? '' : t(days <= 1 ? 'write.today' : 'write.days', { count: days })}
    </p>
  );
}

function FirstChanges({ result: { first, accounts } }: { readonly result: WrittenBack }) {
  const { t } = useTranslation('connections');
  const format = useFormat();
  if (first.length === 0) return null;
  return (
    <>
      <h4 className={classes.label}>
        {t('write.first', { count: first.length, of: format.number(accounts.changed) })}
      </h4>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('write.account')}</th>
              <th scope="col">{t('write.changes')}</th>
            </tr>
          </thead>
          <tbody>
            {first.map(({ id, name, changes }) => (
              <tr key={id}>
                <th scope="row">{name ?? id}</th>
                <td>
                  {changes.map(({ field, from, to }) => (
                    <span key={field} className={classes.change}>
                      <span className={classes.soft}>
                        {t(`write.field.${field}`, { defaultValue: field })}
                      </span>{' '}
                      <s>{from ?? t('write.empty')}</s> <span aria-hidden="true">→</span>{' '}
                      <strong>{to ?? t('write.empty')}</strong>
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
