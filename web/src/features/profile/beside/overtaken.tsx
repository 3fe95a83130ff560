import { Alert, Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getProfileChanges } from '../../../api/generated/sdk.gen.ts';
import type { OpenedPage } from '../../../api/generated/types.gen.ts';
import { ask } from '../../../shared/api/index.ts';
import type { Draft } from '../draft/use-draft.ts';
import { ChangeList } from '../versions/change-list.tsx';

/** Another version was kept while this one was edited: what changed in it, and the two ways on. */
export function Overtaken({ page, draft }: { readonly page: OpenedPage; readonly draft: Draft }) {
  const { t } = useTranslation('profile');
  const { data } = useQuery({
    queryKey: ['profile', 'changes', page.name, draft.base, page.newest],
    queryFn: () =>
      ask(getProfileChanges({ query: { profile: page.name, from: draft.base, to: page.newest } })),
  });
  return (
    <Alert
      styles={{ root: { background: 'var(--bf-warm-wash)' }, title: { color: 'var(--bf-warm)' } }}
      mb="md"
      title={t('overtaken.title', { newest: page.newest, by: page.createdBy, base: draft.base })}
    >
      <ChangeList changes={data?.changes ?? []} labels={page.labels} />
      <Group gap="xs" mt="sm">
        <Button size="compact-sm" onClick={draft.rebase}>
          {t('overtaken.keep', { newest: page.newest })}
        </Button>
        <Button size="compact-sm" variant="default" onClick={draft.discard}>
          {t('overtaken.drop')}
        </Button>
      </Group>
    </Alert>
  );
}
