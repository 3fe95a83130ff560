import { Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Condition, Vocabulary } from '../../../api/generated/types.gen.ts';
import type { PageWords } from '../model/use-words.ts';
import {
  emptyCondition,
  type Operator,
  operatorOf,
  operatorsOf,
  type Subject,
  subjectOf,
} from './condition-form.ts';
import { EventInputs, ToolInputs } from './event-inputs.tsx';
import { ValueInputs } from './value-inputs.tsx';

const tool = ' tool';
const signal = ' signal';

/** Builds a condition: what it asks about, how, and the values that the data know. */
export function ConditionEditor({
  condition,
  vocabulary,
  words,
  only,
  onChange,
}: {
  readonly condition: Condition;
  readonly vocabulary: Vocabulary;
  readonly words: PageWords;
  /** Events alone (timing), fields alone (market), or anything but events that have no points. */
  readonly only: 'signal' | 'field' | null;
  readonly onChange: (condition: Condition) => void;
}) {
  const { t } = useTranslation('profile');
  const operator = operatorOf(condition);
  if (operator === null) return <Text size="sm">{words.condition(condition)}</Text>;
  const subject = subjectOf(condition);
  const fieldOf = (name: string | null) => vocabulary.fields.find((field) => field.name === name) ?? null;
  const field = fieldOf(subject.field);
  const operators: readonly Operator[] =
    subject.kind === 'tool' ? ['uses', 'lacks'] : subject.kind === 'signal' ? ['signal'] : operatorsOf(field);
  const begin = (next: Operator, name: string) =>
    onChange(
      emptyCondition(next, name, fieldOf(name)?.kind === 'money' ? (fieldOf(name)?.unit ?? null) : null),
    );
  const choose = (chosen: string | null) => {
    if (chosen === tool) return begin('uses', '');
    if (chosen === signal) return begin('signal', '');
    if (chosen !== null) begin(operatorsOf(fieldOf(chosen))[0]!, chosen);
  };
  return (
    <Stack gap="sm">
      {only === 'signal' ? null : (
        <SubjectSelect
          subject={subject}
          vocabulary={vocabulary}
          onlyFields={only === 'field'}
          onChoose={choose}
        />
      )}
      {operators.length < 2 ? null : (
        <Select
          label={t('edit.how')}
          allowDeselect={false}
          data={operators.map((value) => ({ value, label: t(`operator.${value}`) }))}
          value={operator}
          onChange={(next) => begin(next as Operator, subject.field ?? '')}
        />
      )}
      <ValueInputs condition={condition} field={field} onChange={onChange} />
      <ToolInputs condition={condition} vocabulary={vocabulary} onChange={onChange} />
      <EventInputs condition={condition} vocabulary={vocabulary} onChange={onChange} />
    </Stack>
  );
}

/** What the condition asks about: a field of the data, a tool, an event. */
function SubjectSelect({
  subject,
  vocabulary,
  onlyFields,
  onChoose,
}: {
  readonly subject: Subject;
  readonly vocabulary: Vocabulary;
  readonly onlyFields: boolean;
  readonly onChoose: (chosen: string | null) => void;
}) {
  const { t } = useTranslation('profile');
  const { fields } = vocabulary;
  const isUnknown = subject.field !== null && !fields.some(({ name }) => name === subject.field);
  const unknown = isUnknown ? [{ value: subject.field ?? '', label: subject.field ?? '' }] : [];
  const known = fields.map(({ name, label }) => ({ value: name, label }));
  const others = [
    { value: tool, label: t('edit.tool') },
    { value: signal, label: t('edit.signal') },
  ];
  return (
    <Select
      label={t('edit.about')}
      searchable
      allowDeselect={false}
      data={[
        { group: t('edit.fields'), items: [...unknown, ...known] },
        ...(onlyFields ? [] : [{ group: t('edit.others'), items: others }]),
      ]}
      value={subject.kind === 'field' ? subject.field : subject.kind === 'tool' ? tool : signal}
      onChange={onChoose}
    />
  );
}
