import { Group, NumberInput, TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Condition, Vocabulary } from '../../../api/generated/types.gen.ts';
import { DurationInput } from './duration-input.tsx';

type Field = Vocabulary['fields'][number];

/** The values of a condition on a field: a list, the ends of a window, or a length of time. */
export function ValueInputs({
  condition,
  field,
  onChange,
}: {
  readonly condition: Condition;
  readonly field: Field | null;
  readonly onChange: (condition: Condition) => void;
}) {
  const { t } = useTranslation('profile');
  switch (condition.op) {
    case 'any':
    case 'none':
      return (
        <TagsInput
          label={t('edit.values')}
          description={t('edit.valuesHelp')}
          data={(field?.kind === 'boolean' ? ['true', 'false'] : (field?.values ?? [])).map(String)}
          value={condition.values.map(String)}
          splitChars={[',', ';']}
          acceptValueOnBlur
          maxDropdownHeight={200}
          onChange={(values) => onChange({ ...condition, values: values.map((text) => read(text, field)) })}
        />
      );
    case 'window':
      return <Window condition={condition} field={field} onChange={onChange} />;
    case 'age':
      return <Age condition={condition} onChange={onChange} />;
    case 'growth':
      return (
        <Group align="end">
          <NumberInput
            label={t('edit.growth')}
            suffix=" %"
            w={130}
            value={Math.round(1000 * condition.min) / 10}
            onChange={(percent) => onChange({ ...condition, min: (Number(percent) || 0) / 100 })}
          />
          <DurationInput
            label={t('edit.over')}
            value={condition.over}
            onChange={(over) => onChange({ ...condition, over })}
          />
        </Group>
      );
    default:
      return null;
  }
}

function Age({
  condition,
  onChange,
}: {
  readonly condition: Extract<Condition, { op: 'age' }>;
  readonly onChange: (condition: Condition) => void;
}) {
  const { t } = useTranslation('profile');
  const { min, max } = condition;
  if (max !== null)
    return (
      <DurationInput
        label={t('edit.within')}
        value={max}
        onChange={(next) => onChange({ ...condition, max: next })}
      />
    );
  return min === null ? null : (
    <DurationInput
      label={t('edit.atLeastAgo')}
      value={min}
      onChange={(next) => onChange({ ...condition, min: next })}
    />
  );
}

function Window({
  condition,
  field,
  onChange,
}: {
  readonly condition: Extract<Condition, { op: 'window' }>;
  readonly field: Field | null;
  readonly onChange: (condition: Condition) => void;
}) {
  const { t } = useTranslation('profile');
  const { low, high, currency } = condition;
  const suffix = currency === null ? '' : ` ${currency}`;
  const range = field?.range ?? null;
  const hint = range === null ? null : t('edit.range', { low: String(range.low), high: String(range.high) });
  const end = (name: 'low' | 'high', value: number | null) =>
    value === null ? null : (
      <NumberInput
        label={t(name === 'low' ? 'edit.from' : 'edit.to')}
        description={hint}
        inputWrapperOrder={['label', 'input', 'description']}
        suffix={suffix}
        value={value}
        thousandSeparator={field?.kind === 'year' ? '' : ' '}
        w={180}
        onChange={(next) => onChange({ ...condition, [name]: Number(next) || 0 })}
      />
    );
  return (
    <Group align="start">
      {end('low', low)}
      {end('high', high)}
    </Group>
  );
}

function read(text: string, field: Field | null): string | number | boolean {
  if (field?.kind === 'boolean') return text === 'true';
  return text;
}
