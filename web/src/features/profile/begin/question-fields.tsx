import { Group, NumberInput, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EventRows, ExclusionRows } from './answer-rows.tsx';
import type { AnswerForm, FigureForm } from './answers.ts';

/** The questions in their order; the last one is the name of the page. */
export const questions = [
  'offer',
  'customers',
  'size',
  'place',
  'tools',
  'signals',
  'exclusions',
  'buyer',
  'user',
  'blocker',
] as const;

/** The fields that answer one question. */
export function QuestionFields({
  question,
  form,
  onChange,
}: {
  readonly question: (typeof questions)[number];
  readonly form: AnswerForm;
  readonly onChange: (form: AnswerForm) => void;
}) {
  const { t } = useTranslation('profile');
  const set = (part: Partial<AnswerForm>) => onChange({ ...form, ...part });
  switch (question) {
    case 'offer':
      return (
        <Stack>
          <TextInput
            label={t('questions.field.name')}
            placeholder={t('begin.defaultName')}
            value={form.name}
            onChange={({ currentTarget: { value } }) => set({ name: value })}
          />
          <Textarea
            label={t('questions.field.offer')}
            placeholder={t('questions.example.offer')}
            autosize
            minRows={2}
            value={form.offer}
            onChange={({ currentTarget: { value } }) => set({ offer: value })}
          />
          <Tags name="problems" form={form} onChange={onChange} />
        </Stack>
      );
    case 'customers':
      return <Tags name="industries" form={form} onChange={onChange} />;
    case 'size':
      return <SizeFields form={form} onChange={onChange} />;
    case 'place':
      return <Tags name="places" form={form} onChange={onChange} />;
    case 'tools':
      return (
        <Stack>
          <Tags name="uses" form={form} onChange={onChange} />
          <Tags name="lacks" form={form} onChange={onChange} />
        </Stack>
      );
    case 'signals':
      return <EventRows events={form.events} onChange={(events) => set({ events })} />;
    case 'exclusions':
      return <ExclusionRows exclusions={form.exclusions} onChange={(exclusions) => set({ exclusions })} />;
    default:
      return <FigureFields figure={form[question]} onChange={(figure) => set({ [question]: figure })} />;
  }
}

/** A list of short texts. */
function Tags({
  name,
  form,
  onChange,
}: {
  readonly name: 'problems' | 'industries' | 'places' | 'uses' | 'lacks';
  readonly form: AnswerForm;
  readonly onChange: (form: AnswerForm) => void;
}) {
  const { t } = useTranslation('profile');
  return (
    <TagsInput
      label={t(`questions.field.${name}`)}
      description={t('questions.tagsHelp')}
      placeholder={form[name].length === 0 ? t(`questions.example.${name}`) : ''}
      splitChars={[',', ';']}
      acceptValueOnBlur
      value={[...form[name]]}
      onChange={(list) => onChange({ ...form, [name]: list })}
    />
  );
}

function SizeFields({
  form,
  onChange,
}: {
  readonly form: AnswerForm;
  readonly onChange: (form: AnswerForm) => void;
}) {
  const { t } = useTranslation('profile');
  const { size } = form;
  const set = (part: Partial<AnswerForm['size']>) => onChange({ ...form, size: { ...size, ...part } });
  const number = (value: string | number) => (value === '' ? null : Number(value));
  return (
    <Group grow>
      <NumberInput
        label={t('edit.from')}
        min={0}
        value={size.low ?? ''}
        onChange={(value) => set({ low: number(value) })}
      />
      <NumberInput
        label={t('edit.to')}
        min={0}
        value={size.high ?? ''}
        onChange={(value) => set({ high: number(value) })}
      />
      <TextInput
        label={t('questions.field.counted')}
        placeholder={t('questions.example.counted')}
        value={size.of}
        onChange={({ currentTarget: { value } }) => set({ of: value })}
      />
    </Group>
  );
}

function FigureFields({
  figure,
  onChange,
}: {
  readonly figure: FigureForm;
  readonly onChange: (figure: FigureForm) => void;
}) {
  const { t } = useTranslation('profile');
  return (
    <Stack>
      <TagsInput
        label={t('committee.titles')}
        description={t('questions.tagsHelp')}
        placeholder={figure.titles.length === 0 ? t('questions.example.titles') : ''}
        splitChars={[',', ';']}
        acceptValueOnBlur
        value={[...figure.titles]}
        onChange={(titles) => onChange({ ...figure, titles })}
      />
      <TextInput
        label={t('committee.caresAbout')}
        placeholder={t('questions.example.caresAbout')}
        value={figure.caresAbout}
        onChange={({ currentTarget: { value } }) => onChange({ ...figure, caresAbout: value })}
      />
      <TextInput
        label={t('committee.channel')}
        placeholder={t('questions.example.channel')}
        value={figure.channel}
        onChange={({ currentTarget: { value } }) => onChange({ ...figure, channel: value })}
      />
    </Stack>
  );
}
