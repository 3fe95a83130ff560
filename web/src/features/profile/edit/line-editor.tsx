import { Button, Group, Modal, NumberInput, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Condition, Profile, Vocabulary } from '../../../api/generated/types.gen.ts';
import type { Edit } from '../draft/use-draft.ts';
import type { EditTarget } from '../inline/editing.ts';
import { layers } from '../model/sheet-model.ts';
import type { PageWords } from '../model/use-words.ts';
import { ConditionEditor } from './condition-editor.tsx';
import { emptyCondition, isFilledIn, operatorsOf } from './condition-form.ts';
import { DurationInput } from './duration-input.tsx';
import { type LineForm, lineAt, withLine } from './line-form.ts';

/** The editor of one line of the page: its condition, its points, its reason. */
export function LineEditor({
  target,
  profile,
  vocabulary,
  words,
  edit,
  onClose,
}: {
  readonly target: EditTarget & { readonly part: LineForm['part'] };
  readonly profile: Profile;
  readonly vocabulary: Vocabulary;
  readonly words: PageWords;
  readonly edit: Edit;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['profile', 'common']);
  const isNew = target.at >= profile[target.part].length;
  const [form, setForm] = useState<LineForm>(() =>
    lineAt(profile, target, firstCondition(target, vocabulary)),
  );
  const { condition } = form;
  const isReady = isFilledIn(condition) && (form.part !== 'anti' || form.because.trim() !== '');
  const keep = (next: LineForm | null) => {
    edit((last) => withLine(last, target, next));
    onClose();
  };
  const setCondition = (next: Condition) => setForm((last) => withCondition(last, next, vocabulary));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`edit.title.${target.part}`)}
      size="lg"
      centered
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) keep(form);
        }}
      >
        <Stack gap="md">
          <ConditionEditor
            condition={condition}
            vocabulary={vocabulary}
            words={words}
            only={target.part === 'timing' ? 'signal' : target.part === 'market' ? 'field' : null}
            onChange={setCondition}
          />
          <LineDetails form={form} onChange={setForm} />
          <Text size="sm" c="dimmed">
            {isFilledIn(condition) ? words.condition(condition) : t('edit.notReady')}
          </Text>
          <Buttons isReady={isReady} onRemove={isNew ? null : () => keep(null)} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}

function Buttons({
  isReady,
  onRemove,
  onClose,
}: {
  readonly isReady: boolean;
  /** Null for a line that is not on the page yet. */
  readonly onRemove: (() => void) | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['profile', 'common']);
  return (
    <Group justify="space-between">
      {onRemove === null ? (
        <span />
      ) : (
        <Button variant="subtle" color="red" onClick={onRemove}>
          {t('edit.remove')}
        </Button>
      )}
      <Group>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button type="submit" disabled={!isReady}>
          {t('edit.done')}
        </Button>
      </Group>
    </Group>
  );
}

function LineDetails({
  form,
  onChange,
}: {
  readonly form: LineForm;
  readonly onChange: (form: LineForm) => void;
}) {
  const { t } = useTranslation('profile');
  if (form.part === 'market') return null;
  if (form.part === 'anti')
    return (
      <Textarea
        label={t('edit.because')}
        description={t('edit.becauseHelp')}
        required
        autosize
        value={form.because}
        onChange={({ currentTarget }) => onChange({ ...form, because: currentTarget.value })}
      />
    );
  return (
    <Group align="end">
      <NumberInput
        label={t('edit.points')}
        min={-5}
        max={5}
        allowDecimal={false}
        w={110}
        value={form.points}
        onChange={(points) => onChange({ ...form, points: Number(points) || 0 })}
      />
      {form.part === 'timing' ? (
        <DurationInput
          label={t('edit.halfLife')}
          value={form.halfLife}
          onChange={(halfLife) => onChange({ ...form, halfLife })}
        />
      ) : (
        <Select
          label={t('edit.layer')}
          allowDeselect={false}
          data={layers.map((layer) => ({ value: layer, label: t(`layer.${layer}`) }))}
          value={form.layer}
          onChange={(layer) => onChange({ ...form, layer: layer as typeof form.layer })}
        />
      )}
    </Group>
  );
}

function firstCondition({ part }: EditTarget, { fields }: Vocabulary): Condition {
  if (part === 'timing') return emptyCondition('signal', '', null);
  const [first] = fields;
  return emptyCondition(operatorsOf(first ?? null)[0]!, first?.name ?? 'industry', null);
}

/** A line about another field stands in the layer of that field. */
function withCondition(form: LineForm, condition: Condition, { fields }: Vocabulary): LineForm {
  if (form.part === 'timing') return condition.op === 'signal' ? { ...form, condition } : form;
  if (form.part !== 'fit') return { ...form, condition };
  if (condition.op === 'uses' || condition.op === 'lacks')
    return { ...form, condition, layer: 'technographic' };
  if (condition.op === 'signal') return { ...form, condition, layer: 'behavioural' };
  const name = 'field' in condition ? condition.field : null;
  const layer = fields.find((field) => field.name === name)?.layer ?? form.layer;
  return { ...form, condition, layer: layer === 'outcome' ? form.layer : layer };
}
