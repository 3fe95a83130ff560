import { Badge, Button, Drawer, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getProfileChanges } from '../../../api/generated/sdk.gen.ts';
import type { OpenedPage, VersionList } from '../../../api/generated/types.gen.ts';
import { ask } from '../../../shared/api/index.ts';
import { useFormat } from '../../../shared/i18n/index.ts';
import { ButtonLink } from '../../../shared/ui/index.ts';
import { useVersions } from '../api/use-page.ts';
import { ChangeList } from './change-list.tsx';
import classes from './versions.module.css';

/** The versions of the page in a drawer: by whom, when, why, and what changed in each. */
export function Versions({ page }: { readonly page: OpenedPage }) {
  const { t } = useTranslation(['profile', 'common']);
  const search = useSearch({ from: '/profile' });
  const navigate = useNavigate();
  const { history: _, ...rest } = search;
  const close = () => void navigate({ to: '/profile', search: rest });
  return (
    <Drawer
      opened={search.history === true}
      onClose={close}
      title={t('versions.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {search.history === true ? <List page={page} /> : null}
    </Drawer>
  );
}

function List({ page }: { readonly page: OpenedPage }) {
  const { data } = useVersions(page.name);
  return (
    <>
      {(data?.versions ?? []).map((version) => (
        <Version key={version.version} page={page} version={version} />
      ))}
    </>
  );
}

function Version({
  page,
  version,
}: {
  readonly page: OpenedPage;
  readonly version: VersionList['versions'][number];
}) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const [isOpen, setOpen] = useState(version.version === page.version);
  const { data } = useQuery({
    queryKey: ['profile', 'changes', page.name, version.version - 1, version.version],
    queryFn: () => ask(getProfileChanges({ query: { profile: page.name, to: version.version } })),
    enabled: isOpen && version.version > 1,
  });
  const shownOn = version.version === page.newest ? {} : { version: version.version };
  return (
    <article className={classes.version}>
      <div className={classes.head}>
        <strong>{t('versions.version', { version: version.version })}</strong>
        {version.published ? <Badge variant="light">{t('versions.published')}</Badge> : null}
      </div>
      <p className={classes.quiet}>
        {format.moment(version.createdAt)} · {version.createdBy}
      </p>
      {version.why === null ? null : <p className={classes.why}>{version.why}</p>}
      {isOpen && version.version > 1 ? (
        <ChangeList changes={data?.changes ?? []} labels={page.labels} />
      ) : null}
      <Group gap="xs" mt="xs">
        {version.version > 1 ? (
          <Button size="compact-xs" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? 'versions.hide' : 'versions.changes')}
          </Button>
        ) : null}
        {version.version === page.version ? null : (
          <ButtonLink
            size="compact-xs"
            variant="default"
            to="/profile"
            search={{ name: page.name, ...shownOn, history: true }}
          >
            {t('versions.open')}
          </ButtonLink>
        )}
      </Group>
    </article>
  );
}
