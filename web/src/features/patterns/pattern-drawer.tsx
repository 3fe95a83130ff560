import { Drawer, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KeptDiscovery } from '../../api/generated/types.gen.ts';
import { ProblemNote } from '../../shared/ui/index.ts';
import type { Speech } from '../../shared/words/index.ts';
import classes from './pattern.module.css';
import { PatternFacts } from './pattern-facts.tsx';
import { PatternGroups } from './pattern-groups.tsx';
import { patternWords } from './pattern-words.ts';
import { usePattern } from './use-patterns.ts';

interface DrawerProps {
  readonly id: string | null;
  readonly discovery: KeptDiscovery;
  readonly speech: Speech;
  readonly onOpen: (id: string | undefined) => void;
}

/** One pattern: its evidence, what can be done with it, and who stands behind it. */
export function PatternDrawer({ id, discovery, speech, onOpen }: DrawerProps) {
  const { t } = useTranslation(['patterns', 'common']);
  const { data, error } = usePattern(id, discovery.contrast);
  const pattern = [...discovery.patterns, ...discovery.questions].find((one) => one.id === id) ?? null;
  return (
    <Drawer
      opened={id !== null}
      onClose={() => onOpen(undefined)}
      title={pattern === null ? '' : <span className={classes.heading}>{patternWords(speech, pattern)}</span>}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      size={680}
    >
      <div className={classes.pattern}>
        <ProblemNote error={error} />
        {pattern === null ? null : <PatternFacts pattern={pattern} discovery={discovery} speech={speech} />}
        {data === undefined && error === null ? <Skeleton height={280} radius="md" /> : null}
        {data?.kind === 'nothing-kept' ? <p className={classes.text}>{t('behind.stale')}</p> : null}
        {data?.kind === 'explained-pattern' ? <PatternGroups explained={data} speech={speech} /> : null}
      </div>
    </Drawer>
  );
}
