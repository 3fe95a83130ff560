import { Button, NativeSelect, Skeleton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionField, ConnectionSummary, ShownConnection } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { ButtonLink, notify, PageError, ProblemNote } from '../../shared/ui/index.ts';
import { type Chosen, changeOf, keyOf } from './chosen-fields.ts';
import classes from './connections.module.css';
import { FieldTable } from './field-table.tsx';
import { useChange, useShown } from './use-connections.ts';
import { useStreamWords } from './use-stream-words.ts';

/** Which fields are read, where their values go; more can be chosen, others left out. */
export function ConnectionFields({ connection }: { readonly connection: ConnectionSummary }) {
  const shown = useShown(connection);
  if (shown.error !== null) return <PageError error={shown.error} />;
  if (shown.data === undefined) return <Skeleton height={260} radius="lg" />;
  return <Fields shown={shown.data} />;
}

function Fields({ shown }: { readonly shown: ShownConnection }) {
  const { t } = useTranslation('connections');
  const [stream, setStream] = useState(shown.choices.streams[0] ?? '');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const words = useStreamWords(shown.connector);
  const fields = shown.fields.filter((field) => field.stream === stream && fits(field, text));
  return (
    <>
      <p className={classes.lead}>{t('fields.lead', { label: shown.label })}</p>
      <div className={classes.filters}>
        <NativeSelect
          label={t('fields.stream')}
          value={stream}
          onChange={({ target }) => setStream(target.value)}
          data={shown.choices.streams.map((each) => ({ value: each, label: words(each) }))}
        />
        <TextInput
          className={classes.grow}
          type="search"
          label={t('fields.search')}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <ButtonLink to="/data" search={{ view: 'fields' }} variant="subtle">
          {t('fields.toData')}
        </ButtonLink>
      </div>
      <SaveFields shown={shown} chosen={chosen} onDone={() => setChosen(new Map())} />
      <FieldTable
        fields={fields}
        isRead={(field) => chosen.get(keyOf(field)) ?? field.read}
        onChange={(field, isRead) => setChosen((before) => withField(before, field, isRead))}
      />
    </>
  );
}

function fits({ name, label }: ConnectionField, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return wanted === '' || label.toLowerCase().includes(wanted) || name.toLowerCase().includes(wanted);
}

function withField(before: Chosen, field: ConnectionField, isRead: boolean): Chosen {
  const after = new Map(before);
  if (field.read === isRead) after.delete(keyOf(field));
  else after.set(keyOf(field), isRead);
  return after;
}

interface SaveProps {
  readonly shown: ShownConnection;
  readonly chosen: Chosen;
  readonly onDone: () => void;
}

/** What was chosen and is not kept yet. */
function SaveFields({ shown, chosen, onDone }: SaveProps) {
  const { t } = useTranslation(['connections', 'common']);
  const format = useFormat();
  const change = useChange(shown.name);
  const save = () =>
    change.mutate(changeOf(shown.fields, chosen), {
      onSuccess: () => {
        notify({ message: t('fields.saved') });
        onDone();
      },
    });
  if (chosen.size === 0) return null;
  return (
    <div className={classes.save} role="status">
      <span className={classes.grow}>
        {t('fields.changed', { count: chosen.size, shown: format.number(chosen.size) })}
      </span>
      <Button size="compact-md" loading={change.isPending} onClick={save}>
        {t('common:save')}
      </Button>
      <Button size="compact-md" variant="subtle" onClick={onDone}>
        {t('common:cancel')}
      </Button>
      <ProblemNote error={change.error} />
    </div>
  );
}
