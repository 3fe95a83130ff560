import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ConnectionSummary, ConnectionUsage } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { ProblemNote } from '../../shared/ui/index.ts';
import classes from './connections.module.css';
import { OptionFields } from './option-fields.tsx';
import { useChange } from './use-connections.ts';
import { useTried } from './use-tried.ts';
import type { ViewProps } from './view-props.ts';

/** Shares of the day's budget that can be allowed. */
const shares = [0.2, 0.4, 0.6, 0.8, 0.9, 1];

/** What a day allows, what of it is used, and how much Bestfit may use. */
export function Budget({ connection, connector }: Pick<ViewProps, 'connection' | 'connector'>) {
  const { t } = useTranslation('connections');
  const format = useFormat();
  const { name, usage, choices } = connection;
  const change = useChange(name);
  const [share, chooseShare] = useTried(choices.budgetShare, (budgetShare) =>
    change.mutateAsync({ budgetShare }),
  );
  const [options, chooseOptions] = useTried(choices.options, (tried) =>
    change.mutateAsync({ options: tried }),
  );
  const known = shares.includes(share) ? shares : [...shares, share].toSorted((one, other) => one - other);
  return (
    <section className={classes.card}>
      <h3 className={classes.cardTitle}>{t('budget.title')}</h3>
      {usage === null ? (
        <p className={classes.soft}>{t('budget.none')}</p>
      ) : (
        <UsageBar usage={usage} share={share} />
      )}
      <div className={classes.settings}>
        <NativeSelect
          label={t('budget.share')}
          description={t('budget.shareHint')}
          value={String(share)}
          onChange={({ target }) => chooseShare(Number(target.value))}
          data={known.map((each) => ({ value: String(each), label: format.share(each) }))}
        />
        {connector === undefined ? null : (
          <OptionFields connector={connector} options={options} onChange={chooseOptions} />
        )}
      </div>
      <ProblemNote error={change.error} />
      <Limits connection={connection} connector={connector} />
    </section>
  );
}

function UsageBar({ usage, share }: { readonly usage: ConnectionUsage; readonly share: number }) {
  const { t } = useTranslation('connections');
  const format = useFormat();
  const { used, limit, unit, resetsAt } = usage;
  const units = t(`budget.unit.${unit}`);
  if (limit === null || limit === 0)
    return <p className={classes.soft}>{t('budget.unknown', { used: format.number(used), units })}</p>;
  const allowed = Math.floor(limit * share);
  const said = t('budget.used', { used: format.number(used), limit: format.number(limit), units });
  return (
    <>
      <div className={classes.budgetBar} role="img" aria-label={said}>
        <span
          className={classes.budgetUsed}
          data-full={used >= allowed || undefined}
          style={{ width: `${Math.min(100, (100 * used) / limit)}%` }}
        />
        <span className={classes.budgetMark} style={{ left: `${100 * share}%` }} />
      </div>
      <p className={`${classes.soft} tabular`}>
        {said} {t('budget.allowed', { allowed: format.number(allowed), units })}{' '}
        {resetsAt === null ? t('budget.rolls') : t('budget.resets', { at: format.moment(resetsAt) })}
      </p>
    </>
  );
}

/** The published limits, each with where it is said. */
function Limits({ connector }: { readonly connection: ConnectionSummary } & Pick<ViewProps, 'connector'>) {
  const { t } = useTranslation('connections');
  const format = useFormat();
  if (connector === undefined) return null;
  return (
    <details className={classes.fold}>
      <summary>{t('budget.limits', { label: connector.label })}</summary>
      <ul className={classes.limits}>
        {connector.limits.map(({ name, requests, seconds, source }) => (
          <li key={name}>
            {t('budget.limit', { requests: format.number(requests), seconds: format.number(seconds) })}{' '}
            <span className={classes.faint}>{source}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
