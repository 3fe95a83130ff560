import { Button, Checkbox, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { publishProfile, saveProfile } from '../../api/generated/sdk.gen.ts';
import type { OpenedPage, SavedPage } from '../../api/generated/types.gen.ts';
import { ask, codeOf } from '../../shared/api/index.ts';
import { notify, ProblemNote } from '../../shared/ui/index.ts';
import type { Draft } from './draft/use-draft.ts';

/** Keeps the edit as a new version with its reason, and publishes it when asked. */
export function SaveDialog({
  page,
  draft,
  onClose,
}: {
  readonly page: OpenedPage;
  readonly draft: Draft;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['profile', 'common']);
  const client = useQueryClient();
  const [why, setWhy] = useState('');
  const [publish, setPublish] = useState(page.published || !draft.isEdited);
  const save = useMutation({
    mutationFn: (force: boolean) =>
      kept({ page, draft, why: why.trim() === '' ? null : why.trim(), publish, force }),
    onSuccess: async ({ version, published }) => {
      draft.markSaved(version);
      await client.invalidateQueries();
      notify({ message: t(published ? 'save.published' : 'save.kept', { version }) });
      onClose();
    },
  });
  const isUnsearchable = codeOf(save.error) === 'profile.unsearchable';
  return (
    <Modal opened onClose={onClose} title={t(draft.isEdited ? 'save.title' : 'save.publishTitle')} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(false);
        }}
      >
        <Stack gap="md">
          {draft.isEdited ? (
            <Textarea
              label={t('save.why')}
              placeholder={t('save.whyExample')}
              autosize
              data-autofocus
              value={why}
              onChange={({ currentTarget }) => setWhy(currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) save.mutate(false);
              }}
            />
          ) : null}
          {draft.isEdited ? (
            <Checkbox
              label={t('save.publish')}
              description={t('save.publishHelp')}
              checked={publish}
              onChange={({ currentTarget }) => setPublish(currentTarget.checked)}
            />
          ) : (
            t('save.publishHelp')
          )}
          <ProblemNote error={save.error} />
          <Group justify="end">
            {isUnsearchable ? (
              <Button variant="subtle" onClick={() => save.mutate(true)}>
                {t('save.anyway')}
              </Button>
            ) : null}
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t(publish ? 'save.andPublish' : 'common:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function kept({
  page,
  draft,
  why,
  publish,
  force,
}: {
  readonly page: OpenedPage;
  readonly draft: Draft;
  readonly why: string | null;
  readonly publish: boolean;
  readonly force: boolean;
}): Promise<SavedPage> {
  if (!draft.isEdited)
    return ask(publishProfile({ body: { profile: page.name, version: page.version, force } }));
  return ask(saveProfile({ body: { profile: draft.profile, base: draft.base, why, publish, force } }));
}
