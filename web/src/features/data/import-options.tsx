import { Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './data.module.css';

/** What holds for all files of an import. */
export interface ImportChoices {
  /** Rows are added to those of a known source, in place of replacing them. */
  readonly append: boolean;
  /** The day on which the files were true. */
  readonly observedOn: string | null;
}

interface ImportOptionsProps {
  readonly choices: ImportChoices;
  /** One of the files replaces a source. */
  readonly isKnown: boolean;
  readonly onChange: (choices: ImportChoices) => void;
}

/** The day of the files, and whether their rows replace or are added. */
export function ImportOptions({ choices, isKnown, onChange }: ImportOptionsProps) {
  const { t } = useTranslation('data');
  return (
    <div className={classes.options}>
      <TextInput
        type="date"
        label={t('options.observedOn')}
        description={t('options.observedOnWhy')}
        value={choices.observedOn ?? ''}
        onChange={({ target }) =>
          onChange({ ...choices, observedOn: target.value === '' ? null : target.value })
        }
      />
      {isKnown ? (
        <Checkbox
          label={t('options.append')}
          description={t('options.appendWhy')}
          checked={choices.append}
          onChange={({ target }) => onChange({ ...choices, append: target.checked })}
        />
      ) : null}
    </div>
  );
}
