import { Button, Skeleton, Tabs, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { getData, getQuality } from '../../api/generated/sdk.gen.ts';
import type { DataOverview, FilesPreview, Job } from '../../api/generated/types.gen.ts';
import { ask } from '../../shared/api/index.ts';
import { takeFiles } from '../../shared/files/index.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { useJobs } from '../../shared/jobs/index.ts';
import { Empty, Loading, PageError, PageHead, ProblemNote } from '../../shared/ui/index.ts';
import classes from './data.module.css';
import { ChooseFiles, DropArea } from './drop-files.tsx';
import { FieldsView } from './fields-view.tsx';
import { Findings } from './findings.tsx';
import { ImportStatus } from './import-status.tsx';
import { QuarantineView } from './quarantine-view.tsx';
import { Review } from './review.tsx';
import { type DataPart, dataParts } from './search.ts';
import { sendFiles, useSending } from './sending.ts';
import { SendingList } from './sending-list.tsx';
import { SourcesView } from './sources-view.tsx';
import { useChangeWords } from './use-change-words.ts';
import { usePreviewWhenSent } from './use-preview.ts';
import { useUndo } from './use-undo.ts';

/** Files brought in, what they hold, and what mends it. */
export function DataPage() {
  const { t } = useTranslation(['data', 'common']);
  const { preview } = useSearch({ from: '/data' });
  const data = useQuery({ queryKey: ['data'], queryFn: () => ask(getData()) });
  const jobs = useJobs();
  const previewJob = jobs.find(({ id }) => id === preview) ?? null;
  const importJob = jobs.find(({ kind }) => kind === 'import' || kind === 'retry') ?? null;
  const sending = useSending();
  const askError = usePreviewWhenSent(sending, openPreview(previewJob));
  useEffect(() => sendFiles(takeFiles()), []);
  if (data.error !== null) return <PageError error={data.error} />;
  if (data.data === undefined) return <Loading />;
  const isEmpty = data.data.sources.length === 0;
  const isBusy = sending.length > 0 || preview !== undefined || isRunning(importJob);
  return (
    <DropArea>
      <PageHead
        title={t('common:nav.data')}
        lead={t('lead')}
        actions={
          <>
            <UndoButton changes={data.data.changes} />
            {isEmpty && !isBusy ? null : <ChooseFiles isMain={!isBusy} />}
          </>
        }
      />
      <ImportStatus job={importJob} lastChange={data.data.changes[0]?.at ?? null} />
      <SendingList files={sending} />
      <ProblemNote error={askError} />
      {preview === undefined ? null : <Review job={previewJob} fields={data.data.fields} />}
      {isEmpty ? isBusy ? null : <Nothing /> : <Views data={data.data} />}
    </DropArea>
  );
}

function openPreview(job: Job | null): FilesPreview | null {
  return job?.state === 'done' ? (job.result as FilesPreview) : null;
}

function isRunning(job: Job | null): boolean {
  return job?.state === 'queued' || job?.state === 'running';
}

function Nothing() {
  const { t } = useTranslation('data');
  return (
    <Empty title={t('empty.title')} text={t('empty.text')}>
      <ChooseFiles isMain />
    </Empty>
  );
}

function UndoButton({ changes }: { readonly changes: DataOverview['changes'] }) {
  const { t } = useTranslation(['data', 'common']);
  const undo = useUndo();
  const changeWords = useChangeWords();
  if (changes.length === 0) return null;
  return (
    <Tooltip label={t('undoWhat', { what: changeWords(changes[0]!.what) })}>
      <Button variant="subtle" color="gray" onClick={() => undo(changes[0]!.id)}>
        {t('common:undo')}
      </Button>
    </Tooltip>
  );
}

function Views({ data }: { readonly data: DataOverview }) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const navigate = useNavigate();
  const { view = 'look', table = null, source = null } = useSearch({ from: '/data' });
  const quality = useQuery({ queryKey: ['quality', data.snapshot], queryFn: () => ask(getQuality()) });
  const aside = data.sources.reduce((sum, each) => sum + each.rows.quarantined, 0);
  const counts: Readonly<Record<DataPart, number | null>> = {
    look: quality.data?.findings.length ?? null,
    fields: null,
    aside: aside === 0 ? null : aside,
    files: data.sources.length,
  };
  const waiting =
    quality.error === null ? <Skeleton height={260} radius="lg" /> : <PageError error={quality.error} />;
  return (
    <Tabs
      value={view}
      keepMounted={false}
      onChange={(next) =>
        void navigate({ to: '/data', search: (before) => ({ ...before, view: next as DataPart }) })
      }
    >
      <Tabs.List className={classes.tabs}>
        {dataParts.map((each) => (
          <Tabs.Tab key={each} value={each}>
            {t(`view.${each}`)}
            {counts[each] === null ? null : (
              <span className={`${classes.count} tabular`}>{format.number(counts[each])}</span>
            )}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="look">
        {quality.data === undefined ? waiting : <Findings findings={quality.data.findings} data={data} />}
      </Tabs.Panel>
      <Tabs.Panel value="fields">
        <FieldsView chosen={table} />
      </Tabs.Panel>
      <Tabs.Panel value="aside">
        <QuarantineView chosen={source} />
      </Tabs.Panel>
      <Tabs.Panel value="files">
        <SourcesView data={data} />
      </Tabs.Panel>
    </Tabs>
  );
}
