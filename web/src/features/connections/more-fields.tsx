import { Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Connector } from '../../api/generated/types.gen.ts';
import classes from './connections.module.css';
import { OptionFields } from './option-fields.tsx';

/** What may be set beside what a CRM needs. */
export interface MoreSettings {
  readonly name: string;
  /** In place of the vendor's usual address; empty: that one. */
  readonly address: string;
  readonly privateOrigin: boolean;
  readonly options: Record<string, string>;
}

/** Nothing set but the name. */
export function noSettings(name: string): MoreSettings {
  return { name, address: '', privateOrigin: false, options: {} };
}

interface MoreFieldsProps {
  readonly connector: Connector;
  readonly settings: MoreSettings;
  readonly onChange: (settings: MoreSettings) => void;
}

/** Settings that most connections do without, folded away. */
export function MoreFields({ connector, settings, onChange }: MoreFieldsProps) {
  const { t } = useTranslation('connections');
  const hasAddress = connector.needs.some(({ name }) => name === 'origin');
  return (
    <>
      <OptionFields
        connector={connector}
        options={settings.options}
        onChange={(options) => onChange({ ...settings, options })}
      />
      <details className={classes.fold}>
        <summary>{t('form.more')}</summary>
        <div className={classes.folded}>
          <TextInput
            label={t('form.name')}
            description={t('form.nameHint')}
            value={settings.name}
            required
            maxLength={60}
            onChange={({ target }) => onChange({ ...settings, name: target.value })}
          />
          {hasAddress ? null : (
            <TextInput
              label={t('form.address')}
              description={t('form.addressHint', { label: connector.label })}
              placeholder="https://"
              value={settings.address}
              onChange={({ target }) => onChange({ ...settings, address: target.value })}
            />
          )}
          <Checkbox
            label={t('form.private')}
            description={t('form.privateHint')}
            checked={settings.privateOrigin}
            onChange={({ target }) => onChange({ ...settings, privateOrigin: target.checked })}
          />
        </div>
      </details>
    </>
  );
}
