import { Button, Checkbox, Popover, ScrollArea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/i18n/index.ts';
import classes from './filter-bar.module.css';

/** A value to filter by, and how many accounts have it under the other filters. */
export interface FilterValue {
  readonly value: string;
  readonly label: string;
  readonly accounts: number | null;
}

interface FilterProps {
  readonly label: string;
  readonly values: readonly FilterValue[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** A filter on one field: any of the values that are ticked. */
export function ValueFilter(props: FilterProps) {
  const { label, chosen, onChange } = props;
  const { t } = useTranslation('accounts');
  return (
    <Popover position="bottom-start" shadow="md" trapFocus returnFocus width={270}>
      <Popover.Target>
        <Button
          variant="default"
          size="compact-sm"
          className={classes.filter}
          data-on={chosen.length > 0 || undefined}
        >
          {chosen.length === 0 ? label : t('filter.chosen', { label, count: chosen.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={label}>
        <Values {...props} />
        {chosen.length > 0 ? (
          <Button variant="subtle" size="compact-xs" mt="xs" onClick={() => onChange([])}>
            {t('filter.clear')}
          </Button>
        ) : null}
      </Popover.Dropdown>
    </Popover>
  );
}

function Values({ label, values, chosen, onChange }: FilterProps) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const gone = chosen.filter((value) => !values.some((of) => of.value === value));
  const all = [...values, ...gone.map((value) => ({ value, label: value, accounts: 0 }))];
  const shown = all.filter((of) => of.label.toLowerCase().includes(typed.trim().toLowerCase()));
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  return (
    <>
      {all.length > 9 ? (
        <TextInput
          size="xs"
          mb="xs"
          aria-label={t('filter.find', { label })}
          placeholder={t('filter.find', { label })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      ) : null}
      <ScrollArea.Autosize mah={290} type="auto">
        <fieldset className={classes.values}>
          <legend className="visually-hidden">{label}</legend>
          {shown.map(({ value, label: words, accounts }) => (
            <div key={value} className={classes.value}>
              <Checkbox
                size="xs"
                label={words}
                checked={chosen.includes(value)}
                onChange={() => toggle(value)}
              />
              <span className="tabular">{accounts === null ? '' : format.number(accounts)}</span>
            </div>
          ))}
          {shown.length === 0 ? <span className={classes.none}>{t('filter.none')}</span> : null}
        </fieldset>
      </ScrollArea.Autosize>
    </>
  );
}
