import { useTranslation } from 'react-i18next';
import classes from './marks.module.css';

type Tier = 'A' | 'B' | 'C' | 'D';

/** The tier of an account; none when it is out of the queue. With `was`, the tier that it would leave. */
export function TierMark({ tier, was = null }: { readonly tier: Tier | null; readonly was?: Tier | null }) {
  const { t } = useTranslation('accounts');
  if (tier === null)
    return (
      <span className={classes.tier} data-tier="none" title={t('outOfQueue')}>
        –
      </span>
    );
  const moved = was !== null && was !== tier;
  return (
    <span className={classes.tiers}>
      {moved ? <span className={classes.was}>{was}</span> : null}
      <span className={classes.tier} data-tier={tier} data-moved={moved || undefined}>
        {tier}
      </span>
    </span>
  );
}
