import { useTranslation } from 'react-i18next';
import type { Customer } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { FactAttributes } from './fact-attributes.tsx';
import { FactEvents } from './fact-events.tsx';
import { FactPlaces } from './fact-places.tsx';
import classes from './facts.module.css';
import { Judgements } from './judgements.tsx';

/** All that is known of one customer: its place, its attributes with their sources, what happened, what people say. */
export function CustomerFacts({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const { rank, ranked, best, relation, coverage } = customer;
  const standing =
    rank === null
      ? t('facts.unranked', { share: format.share(coverage) })
      : t('facts.rank', { rank: format.number(rank), of: format.number(ranked) });
  const since = relation?.since ?? null;
  const until = relation?.until ?? null;
  return (
    <div className={classes.facts}>
      <p className={classes.standing}>
        <span className={classes.badge} data-best={best}>
          {best ? t('facts.best') : t('facts.rest')}
        </span>
        <span>{standing}</span>
        {since === null ? null : <span>{t('facts.since', { day: format.day(since) })}</span>}
        {until === null ? null : (
          <span className={classes.ended}>{t('facts.until', { day: format.day(until) })}</span>
        )}
      </p>
      <FactPlaces customer={customer} />
      <Judgements account={customer.account.id} said={customer.said} />
      <FactAttributes attributes={customer.attributes} />
      <FactEvents customer={customer} />
    </div>
  );
}
