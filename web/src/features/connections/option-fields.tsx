import { NativeSelect, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Connector } from '../../api/generated/types.gen.ts';

interface OptionFieldsProps {
  readonly connector: Pick<Connector, 'name' | 'options'>;
  readonly options: Readonly<Record<string, string>>;
  readonly onChange: (options: Record<string, string>) => void;
}

/** What the vendor's API does not tell of the account: the plan, the seats. */
export function OptionFields({ connector, options, onChange }: OptionFieldsProps) {
  const { t } = useTranslation('connections');
  return connector.options.map(({ name, label, values }) => {
    const words = t(`option.${name}`, { defaultValue: label });
    const set = (value: string) => onChange({ ...options, [name]: value });
    return values === null ? (
      <NumberInput
        key={name}
        label={words}
        min={1}
        allowDecimal={false}
        value={options[name] ?? ''}
        onChange={(value) => set(String(value))}
      />
    ) : (
      <NativeSelect
        key={name}
        label={words}
        description={t(`optionHint.${name}`, { defaultValue: '' })}
        value={options[name] ?? ''}
        onChange={({ target }) => set(target.value)}
        data={[{ value: '', label: t('option.unsaid') }, ...values]}
      />
    );
  });
}
