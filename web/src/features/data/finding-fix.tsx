import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DataOverview, QualityFinding } from '../../api/generated/types.gen.ts';
import { ButtonLink } from '../../shared/ui/index.ts';
import { CurrencyFix } from './currency-fix.tsx';
import classes from './data.module.css';
import { FieldFix } from './field-fix.tsx';
import { RatesFix } from './rates-fix.tsx';
import { useImportAgain, useRates } from './use-fix.ts';
import { usePlaceWords } from './use-place-words.ts';

type Action = NonNullable<QualityFinding['action']>;

interface FixProps {
  readonly finding: QualityFinding;
  readonly data: DataOverview;
}

/** What mends a finding, with one click where one is enough. */
export function FindingFix({ finding, data }: FixProps) {
  const { t } = useTranslation('data');
  const { action } = finding;
  if (action === null) return null;
  switch (action.kind) {
    case 'set-field':
      return <FieldFix action={action} />;
    case 'say-currency':
      return <CurrencyFix action={action} />;
    case 'import-again':
      return <ReadAgain action={action} data={data} />;
    case 'mend-rows':
      return (
        <ButtonLink
          variant="default"
          size="compact-sm"
          to="/data"
          search={{ view: 'aside', source: action.source }}
        >
          {t('fix.rows')}
        </ButtonLink>
      );
    case 'give-rates':
      return <RatesFix base={action.base} />;
    case 'drop-rates':
      return <DropRates />;
    case 'discover':
      return (
        <ButtonLink variant="default" size="compact-sm" to="/patterns">
          {t('fix.discover')}
        </ButtonLink>
      );
  }
}

function DropRates() {
  const { t } = useTranslation('data');
  const rates = useRates();
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={rates.isPending}
      onClick={() => rates.mutate({ file: null, base: null })}
    >
      {t('fix.ratesOff')}
    </Button>
  );
}

/** The file is read again when it is kept; else it has to be chosen again, with the correction in its review. */
function ReadAgain({
  action,
  data,
}: {
  readonly action: Extract<Action, { kind: 'import-again' }>;
  readonly data: DataOverview;
}) {
  const { t } = useTranslation('data');
  const again = useImportAgain();
  const words = usePlaceWords();
  const { source, observedOn, maps, as, repeats } = action;
  const isKept = data.sources.some(({ name, original }) => name === source && original);
  if (!isKept) return <span className={classes.hint}>{t('fix.chooseAgain', { source })}</span>;
  const placeWords = () => {
    if (as !== null) return t(`kind.${as}`);
    const place = maps[0]?.field ?? '';
    const known = data.fields.find(({ table, name }) => `${table}.${name}` === place);
    return known === undefined ? place : words.field(known);
  };
  const said = (value: 'drop' | 'keep' | null) => ({
    sources: [source],
    observedOn,
    maps,
    files: [{ file: source, as, repeats: value }],
  });
  const label =
    repeats === 'drop'
      ? 'setAside'
      : as === null && maps.every(({ field }) => field === '-')
        ? 'leaveOut'
        : 'confirm';
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        loading={again.isPending}
        onClick={() => again.mutate(said(repeats))}
      >
        {label === 'confirm' ? t('fix.confirm', { place: placeWords() }) : t(`fix.${label}`)}
      </Button>
      {repeats === 'drop' ? (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => again.mutate(said('keep'))}>
          {t('fix.keepAll')}
        </Button>
      ) : null}
    </>
  );
}
