import { ActionIcon, Button, Group, Menu, Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedPage } from '../../api/generated/types.gen.ts';
import { notify } from '../../shared/ui/index.ts';
import type { Draft } from './draft/use-draft.ts';
import type { SheetModel } from './model/sheet-model.ts';
import { useWords } from './model/use-words.ts';
import { downloadText } from './print/download-text.ts';
import { markdownOf } from './print/markdown-of.ts';
import { SaveDialog } from './save-dialog.tsx';

/** What can be done with the page: undo, save, compare, print, copy, download. */
export function Toolbar({
  page,
  draft,
  model,
}: {
  readonly page: OpenedPage;
  readonly draft: Draft;
  readonly model: SheetModel;
}) {
  const { t } = useTranslation(['profile', 'common']);
  const [isSaving, setSaving] = useState(false);
  useHotkeys(
    [
      ['mod+S', () => draft.isEdited && setSaving(true)],
      ['mod+Z', draft.undo],
      ['mod+shift+Z', draft.redo],
    ],
    ['INPUT', 'TEXTAREA', 'SELECT'],
  );
  return (
    <Group gap="xs">
      <Step label={t('toolbar.undo')} sign="↶" isOn={draft.canUndo} onClick={draft.undo} />
      <Step label={t('toolbar.redo')} sign="↷" isOn={draft.canRedo} onClick={draft.redo} />
      <More page={page} model={model} draft={draft} />
      <Button variant="default" onClick={() => window.print()}>
        {t('toolbar.print')}
      </Button>
      <Button disabled={!draft.isEdited && page.published} onClick={() => setSaving(true)}>
        {draft.isEdited || page.published ? t('common:save') : t('toolbar.publish')}
      </Button>
      {isSaving ? <SaveDialog page={page} draft={draft} onClose={() => setSaving(false)} /> : null}
    </Group>
  );
}

function Step({
  label,
  sign,
  isOn,
  onClick,
}: {
  readonly label: string;
  readonly sign: string;
  readonly isOn: boolean;
  readonly onClick: () => void;
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={label}
        disabled={!isOn}
        onClick={onClick}
      >
        <span aria-hidden="true">{sign}</span>
      </ActionIcon>
    </Tooltip>
  );
}

function More({ page, draft, model }: Parameters<typeof Toolbar>[0]) {
  const { t } = useTranslation('profile');
  const navigate = useNavigate();
  const words = useWords(page.labels);
  const copy = () =>
    navigator.clipboard.writeText(markdownOf(model, words)).then(
      () => notify({ message: t('toolbar.copied') }),
      () => notify({ message: t('toolbar.notCopied'), isError: true }),
    );
  return (
    <Menu position="bottom-end" shadow="md" width={250}>
      <Menu.Target>
        <Button variant="default" aria-label={t('toolbar.moreLabel')}>
          {t('toolbar.more')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void navigate({ to: '/profile', search: { history: true } })}>
          {t('versions.title')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void copy()}>{t('toolbar.copyMarkdown')}</Menu.Item>
        <Menu.Item onClick={() => downloadText(`${page.name}.yaml`, page.yaml)}>
          {t('toolbar.downloadYaml')}
        </Menu.Item>
        {page.names.length < 2 ? null : <Menu.Divider />}
        {page.names.length < 2
          ? null
          : page.names.map((name) => (
              <Menu.Item
                key={name}
                fw={name === page.name ? 700 : 400}
                onClick={() => void navigate({ to: '/profile', search: { name } })}
              >
                {name}
              </Menu.Item>
            ))}
        <Menu.Divider />
        <Menu.Item onClick={() => void navigate({ to: '/profile', search: { new: true } })}>
          {t('toolbar.newPage')}
        </Menu.Item>
        {draft.isEdited ? (
          <Menu.Item color="red" onClick={draft.discard}>
            {t('toolbar.discard')}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
