import { useTranslation } from 'react-i18next';
import type { KeptDiscovery } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { Term } from '../../shared/ui/index.ts';
import classes from './patterns.module.css';

/** The verdict on all of it: how much stands out, and how much chance alone would give. */
export function VerdictSentence({
  discovery: { patterns, suggestive },
}: {
  readonly discovery: KeptDiscovery;
}) {
  const { t } = useTranslation('patterns');
  const format = useFormat();
  const of = (verdict: string) =>
    patterns.filter((pattern) => pattern.verdict === verdict && pattern.parts.length === 0).length;
  const { found, fields, byChance } = suggestive;
  const words = {
    count: found,
    fields: format.number(fields),
    chance: format.number(byChance, 1),
  };
  return (
    <div className={classes.verdict}>
      <p className={classes.figures}>
        <span>
          <strong>{format.number(of('supported'))}</strong>{' '}
          <Term name="supported">{t('verdict.supported')}</Term>
        </span>
        <span>
          <strong>{format.number(of('suggestive'))}</strong>{' '}
          <Term name="suggestive">{t('verdict.suggestive')}</Term>
        </span>
      </p>
      <p className={classes.chance}>
        {t('verdict.chance', words)} {t(found <= byChance ? 'verdict.noMore' : 'verdict.more')}
      </p>
    </div>
  );
}
