import { Button, Group, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../shared/ui/index.ts';
import { beliefSubjects } from './belief-subjects.ts';
import { BeliefValue } from './belief-value.tsx';
import { useBelieve } from './use-believe.ts';
import { useBeliefChoices, usePatternSpeech } from './use-patterns.ts';

/** Asks for one trait that somebody believes in: what it is about, and what it is. */
export function BeliefForm() {
  const { t } = useTranslation('patterns');
  const choices = useBeliefChoices();
  const speech = usePatternSpeech();
  const [about, setAbout] = useState<string | null>(null);
  const [condition, setCondition] = useState<Record<string, unknown> | null>(null);
  const { mutate, isPending, error } = useBelieve(() => {
    setAbout(null);
    setCondition(null);
  });
  const subjects = choices === null ? [] : beliefSubjects(choices, speech, t);
  const subject = subjects.flatMap(({ items }) => items).find(({ value }) => value === about) ?? null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (condition !== null) mutate({ condition });
      }}
    >
      <Group align="end" gap="sm">
        <Select
          label={t('belief.about')}
          placeholder={t('belief.choose')}
          data={subjects.map(({ group, items }) => ({
            group,
            items: items.map(({ value, label }) => ({ value, label })),
          }))}
          value={about}
          onChange={(value) => {
            setAbout(value);
            setCondition(null);
          }}
          searchable
          w={230}
        />
        {subject === null ? null : (
          <BeliefValue key={subject.value} subject={subject} onChange={setCondition} />
        )}
        <Button type="submit" variant="default" disabled={condition === null} loading={isPending}>
          {t('belief.add')}
        </Button>
      </Group>
      <ProblemNote error={error} />
    </form>
  );
}
