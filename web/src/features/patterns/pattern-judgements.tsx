import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptDiscovery, Pattern } from '../../api/generated/types.gen.ts';
import { JudgementForm, SaidList, useJudgements } from '../../shared/judgements/index.ts';
import { Term } from '../../shared/ui/index.ts';
import classes from './pattern.module.css';

type Kind = 'agree' | 'disagree' | 'note';

const kinds: readonly Kind[] = ['agree', 'disagree', 'note'];

/** Whether sales and support see it too, and why. */
export function PatternJudgements({
  pattern,
  discovery,
}: {
  readonly pattern: Pattern;
  readonly discovery: KeptDiscovery;
}) {
  const { t } = useTranslation(['patterns', 'judgements']);
  const [first, setFirst] = useState<Kind | null>(null);
  const judgements = useJudgements();
  const said = discovery.judgements.filter((judgement) => judgement.pattern === pattern.id);
  return (
    <section>
      <h3 className={classes.title}>
        <Term name="judgement">{t('said.title')}</Term>
      </h3>
      <SaidList said={said} onTakeBack={judgements.takeBack} />
      {first === null ? (
        <Group gap="xs">
          {(['agree', 'disagree'] as const).map((kind) => (
            <Button key={kind} size="compact-md" variant="default" onClick={() => setFirst(kind)}>
              {t(`judgements:kind.${kind}`)}
            </Button>
          ))}
        </Group>
      ) : (
        <JudgementForm
          kinds={[first, ...kinds.filter((kind) => kind !== first)]}
          note={t('said.note')}
          error={judgements.error}
          isSaving={judgements.isSaving}
          onCancel={() => setFirst(null)}
          onSave={(words) => judgements.say({ pattern: pattern.id, ...words }, () => setFirst(null))}
        />
      )}
    </section>
  );
}
