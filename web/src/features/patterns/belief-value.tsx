import { MultiSelect, NumberInput, Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { valueWords } from '../../shared/words/index.ts';
import type { BeliefSubject } from './belief-subjects.ts';
import { usePatternSpeech } from './use-patterns.ts';

type Written = Record<string, unknown> | null;

interface ValueProps {
  readonly subject: BeliefSubject;
  /** The condition as a page writes it; null while it is not complete. */
  readonly onChange: (condition: Written) => void;
}

/** What it is: values, a range, a tool that is used or lacked, an event and how recent. */
export function BeliefValue({ subject, onChange }: ValueProps) {
  switch (subject.kind) {
    case 'values':
      return <Values subject={subject} onChange={onChange} />;
    case 'range':
      return <Range subject={subject} onChange={onChange} />;
    case 'tool':
      return <Tool subject={subject} onChange={onChange} />;
    case 'signal':
      return <Recent subject={subject} onChange={onChange} />;
  }
}

interface Of<Kind extends BeliefSubject['kind']> extends ValueProps {
  readonly subject: Extract<BeliefSubject, { kind: Kind }>;
}

function Values({ subject: { field, values, isBoolean }, onChange }: Of<'values'>) {
  const { t } = useTranslation('patterns');
  const speech = usePatternSpeech();
  const [chosen, setChosen] = useState<string[]>([]);
  const data = values.map((value) => ({
    value,
    label: valueWords(speech, field, [isBoolean ? value === 'true' : value]).join(''),
  }));
  const change = (some: string[]) => {
    setChosen(some);
    const any = isBoolean ? some.map((value) => value === 'true') : some;
    onChange(some.length === 0 ? null : { field, any });
  };
  return (
    <MultiSelect label={t('belief.is')} data={data} value={chosen} onChange={change} searchable w={290} />
  );
}

function Range({ subject: { field, low, high }, onChange }: Of<'range'>) {
  const { t } = useTranslation('patterns');
  const [ends, setEnds] = useState<{ readonly min: number | null; readonly max: number | null }>({
    min: null,
    max: null,
  });
  const change = (next: typeof ends) => {
    setEnds(next);
    const { min, max } = next;
    if (min !== null && max !== null) onChange(min <= max ? { field, between: [min, max] } : null);
    else onChange(min === null && max === null ? null : { field, ...(min === null ? { max } : { min }) });
  };
  const number = (value: string | number) => (typeof value === 'number' ? value : null);
  return (
    <>
      <NumberInput
        label={t('belief.from')}
        placeholder={low === null ? '' : String(low)}
        onChange={(value) => change({ ...ends, min: number(value) })}
        w={120}
      />
      <NumberInput
        label={t('belief.to')}
        placeholder={high === null ? '' : String(high)}
        onChange={(value) => change({ ...ends, max: number(value) })}
        w={120}
      />
    </>
  );
}

function Tool({ subject: { tool }, onChange }: Of<'tool'>) {
  const { t } = useTranslation('patterns');
  const [op, setOp] = useState<string>('uses');
  useEffect(() => onChange({ [op]: tool }), [op, tool, onChange]);
  const data = ['uses', 'lacks'].map((value) => ({ value, label: t(`belief.${value}`) }));
  return (
    <Select
      label={t('belief.is')}
      data={data}
      value={op}
      onChange={(value) => setOp(value ?? 'uses')}
      allowDeselect={false}
      w={150}
    />
  );
}

const windows = ['3 months', '6 months', '12 months'];

function Recent({ subject: { signal }, onChange }: Of<'signal'>) {
  const { t } = useTranslation('patterns');
  const [within, setWithin] = useState('6 months');
  useEffect(() => onChange({ signal: { ...signal, within } }), [within, signal, onChange]);
  const data = windows.map((value) => ({
    value,
    label: t('belief.months', { count: Number.parseInt(value, 10) }),
  }));
  return (
    <Select
      label={t('belief.within')}
      data={data}
      value={within}
      onChange={(value) => setWithin(value ?? '6 months')}
      allowDeselect={false}
      w={170}
    />
  );
}
