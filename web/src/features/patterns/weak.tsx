import { useTranslation } from 'react-i18next';
import type { KeptDiscovery, Pattern } from '../../api/generated/types.gen.ts';
import type { Speech } from '../../shared/words/index.ts';
import { EvidenceGroup } from './evidence-group.tsx';
import classes from './patterns.module.css';

interface WeakProps {
  readonly patterns: readonly Pattern[];
  readonly discovery: KeptDiscovery;
  readonly speech: Speech;
  readonly onOpen: (id: string) => void;
}

/** What was looked at and not found: nothing here that chance does not explain. */
export function Weak({ patterns, discovery, speech, onOpen }: WeakProps) {
  const { t } = useTranslation('patterns');
  if (patterns.length === 0) return null;
  return (
    <details className={classes.fold}>
      <summary>{t('group.weak', { count: patterns.length })}</summary>
      <p className={classes.text}>{t('group.weakText')}</p>
      <EvidenceGroup title="" patterns={patterns} discovery={discovery} speech={speech} onOpen={onOpen} />
    </details>
  );
}
