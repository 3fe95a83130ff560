import { Alert, Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postImport } from '../../api/generated/sdk.gen.ts';
import type { FilesPreview, Job, KnownField } from '../../api/generated/types.gen.ts';
import { ask } from '../../shared/api/index.ts';
import { useFormat, useSpeech } from '../../shared/i18n/index.ts';
import { keepJob } from '../../shared/jobs/index.ts';
import { ProblemNote } from '../../shared/ui/index.ts';
import { toldWords } from '../../shared/words/index.ts';
import { saidOf, useCorrections } from './corrections.ts';
import classes from './data.module.css';
import { type ImportChoices, ImportOptions } from './import-options.tsx';
import { ReviewFile } from './review-file.tsx';
import { useAskPreview } from './use-preview.ts';

interface ReviewFilesProps {
  readonly job: Job;
  readonly preview: FilesPreview;
  readonly fields: readonly KnownField[];
  readonly onClose: () => void;
}

/** The files one below the other, what holds for all of them, and the button that brings them in. */
export function ReviewFiles({ job, preview, fields, onClose }: ReviewFilesProps) {
  const { t } = useTranslation(['data', 'common']);
  const client = useQueryClient();
  const format = useFormat();
  const { corrections, put } = useCorrections(job.id);
  const [choices, setChoices] = useState<ImportChoices>({ append: false, observedOn: null });
  const again = useAskPreview();
  const bring = useMutation({
    mutationFn: () => ask(postImport({ body: { ...saidOf(preview, corrections), ...choices } })),
    onSuccess: (started) => {
      keepJob(client, started);
      onClose();
    },
  });
  const rows = preview.files.reduce((sum, file) => sum + file.rows, 0);
  const isBusy = bring.isPending || again.isPending;
  return (
    <section className={classes.card} aria-label={t('review.title')}>
      <h2 className={classes.cardTitle}>{t('review.title')}</h2>
      <p className={classes.soft}>{t('review.lead')}</p>
      <PreviewNotes preview={preview} />
      {preview.files.map((file) => (
        <ReviewFile
          key={file.name}
          file={file}
          fields={fields}
          corrected={corrections[file.name] ?? {}}
          onPlace={(column, place) => put(file.name, column, place)}
          onKind={(as) => {
            const said = saidOf(preview, corrections);
            const files = (said.files ?? []).map((each) =>
              each.file === file.name ? { ...each, as } : each,
            );
            again.mutate({ ...said, files });
          }}
        />
      ))}
      <ImportOptions
        choices={choices}
        isKnown={preview.files.some(({ known }) => known)}
        onChange={setChoices}
      />
      <ProblemNote error={bring.error ?? again.error} />
      <div className={classes.actions}>
        <Button loading={isBusy} onClick={() => bring.mutate()}>
          {t('review.bring', { count: rows, rows: format.number(rows) })}
        </Button>
        <Button variant="subtle" color="gray" disabled={isBusy} onClick={onClose}>
          {t('common:cancel')}
        </Button>
      </div>
    </section>
  );
}

/** Files that cannot be brought in, and what else is to be said of all. */
function PreviewNotes({ preview }: { readonly preview: FilesPreview }) {
  const speech = useSpeech();
  return (
    <div className={classes.notes}>
      {preview.refused.map(({ name, problem }) => (
        <ProblemNote key={name} error={problem} />
      ))}
      {preview.warnings.map((warning) => (
        <Alert key={warning} className={classes.note} data-warm color="gray" variant="light">
          {toldWords(speech, warning)}
        </Alert>
      ))}
    </div>
  );
}
