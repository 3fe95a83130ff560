import { Alert, Group } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedPage } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { ButtonLink, PageHead } from '../../shared/ui/index.ts';
import classes from './desk.module.css';
import { modelOf } from './model/model-of.ts';
import { PrintSheets } from './print/print-sheets.tsx';
import { Sheet } from './sheet/sheet.tsx';
import { Versions } from './versions/versions.tsx';

/** A version that others have followed, to read and to print. */
export function EarlierVersion({ page }: { readonly page: OpenedPage }) {
  const { t } = useTranslation(['profile', 'common']);
  const format = useFormat();
  const model = useMemo(() => modelOf(page, page.profile, null), [page]);
  return (
    <>
      <div className="no-print">
        <PageHead title={t('common:nav.profile')} lead={t('lead')} />
        <Alert variant="light" mb="md">
          <Group justify="space-between">
            {t('versions.earlier', {
              version: page.version,
              day: format.day(page.createdAt),
              newest: page.newest,
            })}
            <Group gap="xs">
              <ButtonLink
                size="compact-sm"
                variant="default"
                to="/profile"
                search={{ version: page.version, history: true }}
              >
                {t('versions.title')}
              </ButtonLink>
              <ButtonLink size="compact-sm" to="/profile">
                {t('versions.toNewest')}
              </ButtonLink>
            </Group>
          </Group>
        </Alert>
        <div className={classes.paper}>
          <Sheet model={model} withFindings />
        </div>
        <Versions page={page} />
      </div>
      <PrintSheets model={model} />
    </>
  );
}
