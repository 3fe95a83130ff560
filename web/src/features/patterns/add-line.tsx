import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptDiscovery, Pattern } from '../../api/generated/types.gen.ts';
import { codeOf, useWorkspace } from '../../shared/api/index.ts';
import { ButtonLink, ProblemNote } from '../../shared/ui/index.ts';
import type { Speech } from '../../shared/words/index.ts';
import { BelieveButton } from './believe-button.tsx';
import classes from './pattern.module.css';
import { apiConditionWords } from './pattern-words.ts';
import { type AddingLine, useAddLine } from './use-add-line.ts';

interface AddProps {
  readonly pattern: Pattern;
  readonly discovery: KeptDiscovery;
  readonly speech: Speech;
}

/** Puts the pattern on the page: with points and its evidence, or, where it speaks against, as a line that disqualifies. */
export function AddLine({ pattern, discovery, speech }: AddProps) {
  const { t } = useTranslation('patterns');
  const { profile } = useWorkspace();
  const line = useAddLine(pattern.id, discovery.contrast);
  const { verdict, direction } = pattern;
  if (profile === null) {
    return (
      <section>
        <p className={classes.text}>{t('add.noPage')}</p>
        <ButtonLink to="/profile" size="compact-md" variant="default">
          {t('add.toPage')}
        </ButtonLink>
      </section>
    );
  }
  return (
    <section>
      <Group gap="xs">
        {verdict === 'none' ? null : (
          <Button
            size="compact-md"
            loading={line.isAdding}
            onClick={() => line.add({ as: 'points', points: null, replace: false })}
          >
            {t(direction === 'for' ? 'add.button' : 'add.minus')}
          </Button>
        )}
        {direction === 'against' ? <AntiForm line={line} /> : null}
        {verdict === 'supported' || pattern.declared ? null : (
          <BelieveButton id={pattern.id} contrast={discovery.contrast} />
        )}
      </Group>
      {verdict === 'none' ? <p className={classes.text}>{t('add.noEvidence')}</p> : null}
      <Answer line={line} speech={speech} />
      <ProblemNote error={codeOf(line.error) === 'profile.none' ? null : line.error} />
    </section>
  );
}

function Answer({ line, speech }: { readonly line: AddingLine; readonly speech: Speech }) {
  const { t } = useTranslation('patterns');
  const { answer } = line;
  if (answer?.kind === 'already-there') return <p className={classes.text}>{t('add.already')}</p>;
  if (answer?.kind !== 'same-subject') return null;
  return (
    <div className={classes.offer} role="alert">
      <p>{t('add.same')}</p>
      <ul>
        {answer.lines.map(({ condition, points }) => (
          <li key={JSON.stringify(condition)}>
            {apiConditionWords(speech, condition)}
            {points === null ? '' : ` (${points > 0 ? '+' : ''}${points})`}
          </li>
        ))}
      </ul>
      <Group gap="xs">
        <Button size="compact-md" onClick={() => line.add({ as: 'points', points: null, replace: true })}>
          {t('add.replace')}
        </Button>
        <Button size="compact-md" variant="subtle" color="gray" onClick={line.reset}>
          {t('add.leave')}
        </Button>
      </Group>
    </div>
  );
}

function AntiForm({ line }: { readonly line: AddingLine }) {
  const { t } = useTranslation('patterns');
  const [because, setBecause] = useState<string | null>(null);
  if (because === null) {
    return (
      <Button size="compact-md" variant="default" onClick={() => setBecause('')}>
        {t('add.anti')}
      </Button>
    );
  }
  return (
    <form
      className={classes.anti}
      onSubmit={(event) => {
        event.preventDefault();
        line.add({ as: 'anti', because, replace: true });
        setBecause(null);
      }}
    >
      <Textarea
        label={t('add.because')}
        placeholder={t('add.becauseExample')}
        value={because}
        onChange={(event) => setBecause(event.currentTarget.value)}
        autosize
        minRows={2}
      />
      <Button type="submit" size="compact-md" disabled={because.trim() === ''} mt="xs">
        {t('add.antiSave')}
      </Button>
    </form>
  );
}
