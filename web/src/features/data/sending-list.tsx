import { Alert, CloseButton, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/i18n/index.ts';
import { useProblemWords } from '../../shared/ui/index.ts';
import classes from './data.module.css';
import { dropSending, type Sending } from './sending.ts';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** Files on their way to the server: how much has gone, and what kept one from arriving. */
export function SendingList({ files }: { readonly files: readonly Sending[] }) {
  const { t } = useTranslation('data');
  if (files.length === 0) return null;
  return (
    <section className={classes.card} aria-label={t('sending.title')}>
      {files.map((file) => (
        <SendingFile key={file.key} file={file} />
      ))}
    </section>
  );
}

function SendingFile({ file }: { readonly file: Sending }) {
  const { t } = useTranslation('data');
  const words = useProblemWords();
  const format = useFormat();
  if (file.error !== null) {
    const { message, remedy } = words(file.error);
    return (
      <Alert
        color="red"
        variant="light"
        title={`${file.name}: ${message}`}
        withCloseButton
        closeButtonLabel={t('sending.drop', { name: file.name })}
        onClose={() => dropSending(file)}
      >
        {remedy}
      </Alert>
    );
  }
  return (
    <div className={classes.sending}>
      <span className={classes.strong}>{file.name}</span>
      <span className={`${classes.soft} tabular`}>{sizeWords(format.language, file.bytes)}</span>
      <Progress
        value={100 * file.sent}
        size="sm"
        className={classes.grow}
        aria-label={t('sending.progress', { name: file.name })}
      />
      <span className={`${classes.soft} tabular`} role="status">
        {file.upload === null ? format.share(file.sent) : t('sending.done')}
      </span>
      <CloseButton
        size="sm"
        aria-label={t('sending.drop', { name: file.name })}
        onClick={() => dropSending(file)}
      />
    </div>
  );
}

function sizeWords(language: string, bytes: number): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const style = { style: 'unit', unit: units[step]!, maximumFractionDigits: step === 0 ? 0 : 1 } as const;
  return new Intl.NumberFormat(language, style).format(bytes / 1000 ** step);
}
