import { Button, NativeSelect, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getQuarantine, postRetry } from '../../api/generated/sdk.gen.ts';
import type { Quarantine } from '../../api/generated/types.gen.ts';
import { ask } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { keepJob } from '../../shared/jobs/index.ts';
import { Empty, PageError, ProblemNote } from '../../shared/ui/index.ts';
import classes from './data.module.css';
import { type CellEdits, QuarantineRows } from './quarantine-rows.tsx';

const firstRows = 50;
const mostRows = 500;

/** Rows that were set aside, by file: corrected in place, and tried again. */
export function QuarantineView({ chosen }: { readonly chosen: string | null }) {
  const { t } = useTranslation('data');
  const [limit, setLimit] = useState(firstRows);
  const query = useQuery({
    queryKey: ['quarantine', chosen, limit],
    queryFn: () => ask(getQuarantine({ query: { ...(chosen === null ? {} : { source: chosen }), limit } })),
    placeholderData: (before) => before,
  });
  if (query.error !== null) return <PageError error={query.error} />;
  if (query.data === undefined) return <Skeleton height={240} radius="lg" />;
  if (query.data.sources.length === 0) return <Empty title={t('aside.none')} text={t('aside.noneText')} />;
  return (
    <AsideOfFile
      key={query.data.snapshot}
      quarantine={query.data}
      chosen={chosen}
      onMore={limit < mostRows ? () => setLimit(mostRows) : null}
    />
  );
}

interface AsideProps {
  readonly quarantine: Quarantine;
  readonly chosen: string | null;
  readonly onMore: (() => void) | null;
}

function AsideOfFile({ quarantine, chosen, onMore }: AsideProps) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [edits, setEdits] = useState<CellEdits>({});
  const { sources, rows, total } = quarantine;
  const source = sources.find((each) => each.source === chosen) ?? sources[0]!;
  const shown = rows.filter((row) => row.source === source.source);
  const edited = Object.entries(edits).filter(([, cells]) => Object.keys(cells).length > 0);
  const retry = useMutation({
    mutationFn: () =>
      ask(
        postRetry({
          body: {
            source: source.source,
            rows: edited.map(([line, cells]) => ({ line: Number(line), cells })),
          },
        }),
      ),
    onSuccess: (job) => keepJob(client, job),
  });
  return (
    <section>
      <NativeSelect
        className={classes.pick}
        label={t('aside.file')}
        value={source.source}
        onChange={({ target }) =>
          void navigate({
            to: '/data',
            search: (before) => ({ ...before, source: target.value }),
            replace: true,
          })
        }
        data={sources.map((each) => ({
          value: each.source,
          label: t('aside.option', { source: each.source, count: each.rows, rows: format.number(each.rows) }),
        }))}
      />
      <p className={classes.soft}>{t('aside.lead')}</p>
      <QuarantineRows headers={source.headers} rows={shown} edits={edits} onEdit={setEdits} />
      <ProblemNote error={retry.error} />
      <div className={classes.actions}>
        <Button disabled={edited.length === 0} loading={retry.isPending} onClick={() => retry.mutate()}>
          {edited.length === 0 ? t('aside.retryNone') : t('aside.retry', { count: edited.length })}
        </Button>
        {rows.length < total && onMore !== null ? (
          <Button variant="subtle" color="gray" onClick={onMore}>
            {t('aside.more')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
