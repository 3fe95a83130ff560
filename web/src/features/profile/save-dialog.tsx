import { Button, Checkbox, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { publishProfile, saveProfile } from '../../api/generated/sdk.gen.ts';
import type { OpenedPage, SavedPage } from '../../api/generated/types.gen.ts';
import { ask, codeOf } from '../../shared/api/index.ts';
import { notify, ProblemNote } from '../../shared/ui/index.ts';
import type { Draft } from './draft/use-draft.ts';

interface Props {
  readonly page: OpenedPage;
  readonly draft: Draft;
  readonly onClose: () => void;
}

interface Form {
  readonly why: string;
  readonly publish: boolean;
}

/** Keeps the edit as a new version with its reason, and publishes it when asked. */
export function SaveDialog({ page, draft, onClose }: Props) {
  const { t } = useTranslation(['profile', 'common']);
  const [form, setForm] = useState<Form>({ why: '', publish: page.published || !draft.isEdited });
  const save = useSave({ page, draft, onClose }, form);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(draft.isEdited ? 'save.title' : 'save.publishTitle')}
      centered
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(false);
        }}
      >
        <Stack gap="md">
          {draft.isEdited ? (
            <Reason form={form} onChange={setForm} onSubmit={() => save.mutate(false)} />
          ) : (
            t('save.publishHelp')
          )}
          <ProblemNote error={save.error} />
          <Group justify="end">
            {codeOf(save.error) === 'profile.unsearchable' ? (
              <Button variant="subtle" onClick={() => save.mutate(true)}>
                {t('save.anyway')}
              </Button>
            ) : null}
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t(form.publish ? 'save.andPublish' : 'common:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function useSave({ page, draft, onClose }: Props, { why, publish }: Form) {
  const { t } = useTranslation('profile');
  const client = useQueryClient();
  return useMutation({
    mutationFn: (force: boolean) =>
      kept({ page, draft, why: why.trim() === '' ? null : why.trim(), publish, force }),
    onSuccess: async ({ version, published }) => {
      draft.markSaved(version);
      await client.invalidateQueries();
      notify({ message: t(published ? 'save.published' : 'save.kept', { version }) });
      onClose();
    },
  });
}

function Reason({
  form,
  onChange,
  onSubmit,
}: {
  readonly form: Form;
  readonly onChange: (form: Form) => void;
  readonly onSubmit: () => void;
}) {
  const { t } = useTranslation('profile');
  return (
    <>
      <Textarea
        label={t('save.why')}
        placeholder={t('save.whyExample')}
        autosize
        data-autofocus
        value={form.why}
        onChange={({ currentTarget }) => onChange({ ...form, why: currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) onSubmit();
        }}
      />
      <Checkbox
        label={t('save.publish')}
        description={t('save.publishHelp')}
        checked={form.publish}
        onChange={({ currentTarget }) => onChange({ ...form, publish: currentTarget.checked })}
      />
    </>
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
