import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutcomeCounts } from '../../../../../src/stages/scorecard/outcomes/index.ts';
import { useFormat } from '../../../shared/i18n/index.ts';
import { Term } from '../../../shared/ui/index.ts';
import classes from './tuning.module.css';

const tiers = ['A', 'B', 'C', 'D'] as const;

/** How many accounts each tier holds, and what that was before. */
export function TierCounts({
  now,
  before,
}: {
  readonly now: OutcomeCounts;
  readonly before: Pick<OutcomeCounts, 'tiers' | 'callToday' | 'needsData'>;
}) {
  const { t } = useTranslation('accounts');
  return (
    <dl className={classes.counts} aria-live="polite">
      {tiers.map((tier) => (
        <Count key={tier} label={tier} now={now.tiers[tier]} was={before.tiers[tier]} />
      ))}
      <Count
        label={<Term name="play">{t('play.call today')}</Term>}
        now={now.callToday}
        was={before.callToday}
      />
      <Count
        label={<Term name="unknown">{t('needsData')}</Term>}
        now={now.needsData}
        was={before.needsData}
      />
    </dl>
  );
}

function Count({
  label,
  now,
  was,
}: {
  readonly label: ReactNode;
  readonly now: number;
  readonly was: number;
}) {
  const format = useFormat();
  return (
    <div className={classes.count}>
      <dt>{label}</dt>
      <dd className="tabular">
        {format.number(now)}
        <span className={classes.change} data-change={Math.sign(now - was)}>
          {now === was ? '' : `${now > was ? '+' : '−'}${format.number(Math.abs(now - was))}`}
        </span>
      </dd>
    </div>
  );
}
