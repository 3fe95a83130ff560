import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KeptDiscovery } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { ButtonLink } from '../../shared/ui/index.ts';
import { type Speech, toldWords } from '../../shared/words/index.ts';
import { BelieveButton } from './believe-button.tsx';
import { apiConditionWords, patternWords } from './pattern-words.ts';
import classes from './patterns.module.css';
import { WhenKnown } from './when-known.tsx';

interface NextProps {
  readonly discovery: KeptDiscovery;
  readonly speech: Speech;
  readonly onOpen: (id: string) => void;
}

/** The question that is settled soonest, and what settles it. */
export function NextQuestion({ discovery, speech, onOpen }: NextProps) {
  const { t } = useTranslation('patterns');
  const format = useFormat();
  const { next, patterns, questions, asks, unit } = discovery;
  if (next === null) return null;
  const all = [...patterns, ...questions];
  const other = all.find(({ id }) => id === next.other);
  const ask = asks.find(({ field }) => field === next.field);
  const trait = next.condition === null ? '' : apiConditionWords(speech, next.condition);
  const words = {
    trait,
    other: other === undefined ? t('note.start') : patternWords(speech, other),
    needed: format.number(next.needed ?? 0),
    unit: t(`unit.${unit}_other`),
  };
  const question =
    next.kind === 'when-known' && ask !== undefined
      ? toldWords(speech, ask.why)
      : t(`next.${next.kind}.question`, words);
  return (
    <section className={classes.next} aria-label={t('next.label')}>
      <p className={classes.label}>{t('next.label')}</p>
      <h2 className={classes.question}>{question}</h2>
      <p className={classes.text}>{t(`next.${next.kind}.answer`, words)}</p>
      <Group gap="xs">
        {next.pattern === null ? null : (
          <Button size="compact-md" variant="default" onClick={() => onOpen(next.pattern!)}>
            {t('next.open')}
          </Button>
        )}
        {next.kind === 'when-known' && next.field !== null ? <WhenKnown field={next.field} /> : null}
        {next.kind === 'fill-in' ? (
          <ButtonLink to="/data" size="compact-md" variant="default">
            {t('aside.toData')}
          </ButtonLink>
        ) : null}
        {next.kind === 'say-now' && next.pattern !== null ? (
          <BelieveButton id={next.pattern} contrast={discovery.contrast} />
        ) : null}
        {next.kind === 'believe' ? (
          <Button size="compact-md" variant="default" component="a" href="#beliefs">
            {t('next.say')}
          </Button>
        ) : null}
      </Group>
    </section>
  );
}
