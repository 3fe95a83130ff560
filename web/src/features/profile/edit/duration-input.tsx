import { Group, NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Duration } from '../../../api/generated/types.gen.ts';

const units = ['days', 'weeks', 'months', 'years'] as const;

/** A length of time: a number and its unit. */
export function DurationInput({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: Duration;
  readonly onChange: (value: Duration) => void;
}) {
  const { t } = useTranslation('profile');
  return (
    <Group gap="xs" align="end" wrap="nowrap">
      <NumberInput
        label={label}
        value={value.count}
        min={1}
        allowDecimal={false}
        w={110}
        onChange={(count) => onChange({ ...value, count: Math.max(1, Number(count) || 1) })}
      />
      <Select
        aria-label={t('edit.unit')}
        data={units.map((unit) => ({ value: unit, label: t(`edit.units.${unit}`) }))}
        value={value.unit}
        allowDeselect={false}
        w={130}
        onChange={(unit) => onChange({ ...value, unit: unit as Duration['unit'] })}
      />
    </Group>
  );
}
