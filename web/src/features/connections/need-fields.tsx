import { PasswordInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Connector } from '../../api/generated/types.gen.ts';
import classes from './connections.module.css';

type Need = Connector['needs'][number];

interface NeedFieldsProps {
  readonly connector: Connector;
  /** By the name of the need. */
  readonly values: Readonly<Record<string, string>>;
  readonly onChange: (name: string, value: string) => void;
}

/** What a CRM needs: its token first; what may stand in its place is folded away. */
export function NeedFields({ connector, values, onChange }: NeedFieldsProps) {
  const { t } = useTranslation('connections');
  const token = connector.needs.find(({ name }) => name === 'token');
  const main = token === undefined ? connector.needs : [token];
  const others = token === undefined ? [] : connector.needs.filter((need) => need !== token);
  const field = (need: Need) => (
    <NeedField
      key={need.name}
      connector={connector.name}
      need={need}
      value={values[need.name] ?? ''}
      onChange={(value) => onChange(need.name, value)}
    />
  );
  return (
    <>
      {main.map(field)}
      {others.length === 0 ? null : (
        <details className={classes.fold}>
          <summary>{t('form.app')}</summary>
          <div className={classes.folded}>{others.map(field)}</div>
        </details>
      )}
    </>
  );
}

interface NeedFieldProps {
  readonly connector: string;
  readonly need: Need;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function NeedField({ connector, need, value, onChange }: NeedFieldProps) {
  const { t } = useTranslation('connections');
  const { name, label, secret, required, given, variable } = need;
  const shared = {
    label: t([`need.${connector}.${name}`, `need.${name}`], { defaultValue: label }),
    description: given ? t('form.given', { variable }) : undefined,
    required: required && !given,
    value,
    autoComplete: 'off',
    spellCheck: false,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => onChange(target.value),
  };
  if (!secret) return <TextInput {...shared} placeholder={name === 'origin' ? 'https://' : undefined} />;
  return (
    <PasswordInput {...shared} visibilityToggleButtonProps={{ 'aria-label': t('form.show'), tabIndex: 0 }} />
  );
}
