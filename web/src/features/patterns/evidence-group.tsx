import { useTranslation } from 'react-i18next';
import type { KeptDiscovery, Pattern } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import type { Speech } from '../../shared/words/index.ts';
import classes from './evidence.module.css';
import { EvidenceRow } from './evidence-row.tsx';

interface GroupProps {
  readonly title: string;
  readonly patterns: readonly Pattern[];
  readonly discovery: KeptDiscovery;
  readonly speech: Speech;
  readonly onOpen: (id: string) => void;
}

/** Patterns of one kind on one axis. */
export function EvidenceGroup({ title, patterns, discovery, speech, onOpen }: GroupProps) {
  if (patterns.length === 0) return null;
  return (
    <section className={classes.group}>
      <h3 className={classes.title}>{title}</h3>
      <ul className={classes.rows}>
        {patterns.map((pattern) => (
          <EvidenceRow
            key={pattern.id}
            pattern={pattern}
            discovery={discovery}
            speech={speech}
            onOpen={onOpen}
          />
        ))}
      </ul>
    </section>
  );
}

/** The axis above all groups, and what the dots mean. */
export function EvidenceAxis({ contrast }: { readonly contrast: KeptDiscovery['contrast'] }) {
  const { t } = useTranslation('patterns');
  const format = useFormat();
  return (
    <div className={classes.head}>
      <div className={classes.legend}>
        <span data-mark="best">{t(`side.${contrast}.best`)}</span>
        <span data-mark="interval">{t('axis.interval')}</span>
        <span data-mark="rest">{t(`side.${contrast}.rest`)}</span>
      </div>
      <div className={classes.ticks} aria-hidden="true">
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <span key={share} style={{ left: `${100 * share}%` }}>
            {format.share(share)}
          </span>
        ))}
      </div>
      <div className={classes.columns}>
        <span>{t(`side.${contrast}.best`)}</span>
        <span>{t(`side.${contrast}.rest`)}</span>
      </div>
      <div className={classes.last}>{t('axis.lift')}</div>
    </div>
  );
}
