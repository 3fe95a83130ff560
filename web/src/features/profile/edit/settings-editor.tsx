import { Button, Group, Modal, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../../api/generated/types.gen.ts';
import type { Edit } from '../draft/use-draft.ts';

interface Props {
  readonly profile: Profile;
  readonly edit: Edit;
  readonly onClose: () => void;
}

/** The editor of what such a customer pays. */
export function BudgetEditor({ profile, edit, onClose }: Props) {
  const { t } = useTranslation(['profile', 'common']);
  const [budget, setBudget] = useState(
    profile.budget ?? { min: null, max: null, currency: 'EUR', per: 'year' as const },
  );
  const number = (value: string | number) => (value === '' ? null : Number(value));
  return (
    <SettingsModal
      title={t('sheet.budget')}
      onClose={onClose}
      onKeep={() => edit((last) => ({ ...last, budget }))}
      isReady={budget.min === null || budget.max === null || budget.min <= budget.max}
    >
      <Group grow>
        <NumberInput
          label={t('edit.from')}
          min={0}
          thousandSeparator=" "
          value={budget.min ?? ''}
          onChange={(value) => setBudget({ ...budget, min: number(value) })}
        />
        <NumberInput
          label={t('edit.to')}
          min={0}
          thousandSeparator=" "
          value={budget.max ?? ''}
          onChange={(value) => setBudget({ ...budget, max: number(value) })}
        />
      </Group>
      <Group grow>
        <TextInput
          label={t('edit.currency')}
          maxLength={3}
          value={budget.currency ?? ''}
          onChange={({ currentTarget: { value } }) =>
            setBudget({ ...budget, currency: value.trim() === '' ? null : value.toUpperCase() })
          }
        />
        <Select
          label={t('edit.per')}
          allowDeselect={false}
          data={(['year', 'month', 'once'] as const).map((per) => ({
            value: per,
            label: t(`edit.pers.${per}`),
          }))}
          value={budget.per}
          onChange={(per) => setBudget({ ...budget, per: per as typeof budget.per })}
        />
      </Group>
    </SettingsModal>
  );
}

/** The editor of where tiers and timing classes begin, in which order the queue stands, how often it is reviewed. */
export function TiersEditor({ profile, edit, onClose }: Props) {
  const { t } = useTranslation('profile');
  const { tiers: own, timingTiers: ownTiming, queueBy, review } = profile;
  const [form, setForm] = useState<Settings>({ tiers: own, timingTiers: ownTiming, queueBy, review });
  const { tiers, timingTiers } = form;
  return (
    <SettingsModal
      title={t('scoring.title')}
      onClose={onClose}
      onKeep={() => edit((last) => ({ ...last, ...form }))}
      isReady={tiers.A > tiers.B && tiers.B > tiers.C && timingTiers.hot > timingTiers.warm}
    >
      <Group grow>
        {(['A', 'B', 'C'] as const).map((tier) => (
          <NumberInput
            key={tier}
            label={t('edit.tierFrom', { tier })}
            allowDecimal={false}
            value={tiers[tier]}
            onChange={(value) => setForm({ ...form, tiers: { ...tiers, [tier]: Number(value) || 0 } })}
          />
        ))}
      </Group>
      <Group grow>
        {(['hot', 'warm'] as const).map((name) => (
          <NumberInput
            key={name}
            label={t(`edit.${name}From`)}
            step={0.5}
            value={timingTiers[name]}
            onChange={(value) =>
              setForm({ ...form, timingTiers: { ...timingTiers, [name]: Number(value) || 0 } })
            }
          />
        ))}
      </Group>
      <OrderAndReview form={form} onChange={setForm} />
    </SettingsModal>
  );
}

type Settings = Pick<Profile, 'tiers' | 'timingTiers' | 'queueBy' | 'review'>;

function OrderAndReview({
  form,
  onChange,
}: {
  readonly form: Settings;
  readonly onChange: (form: Settings) => void;
}) {
  const { t } = useTranslation('profile');
  const orders = (['tier', 'timing'] as const).map((first) => ({
    value: first,
    label: t(`scoring.${first}First`),
  }));
  const periods = (['month', 'quarter', 'half-year', 'year'] as const).map((every) => ({
    value: every,
    label: t(`edit.every.${every}`),
  }));
  return (
    <Group grow>
      <Select
        label={t('edit.queue')}
        allowDeselect={false}
        data={orders}
        value={form.queueBy[0] ?? 'tier'}
        onChange={(first) =>
          onChange({ ...form, queueBy: first === 'timing' ? ['timing', 'tier'] : ['tier', 'timing'] })
        }
      />
      <Select
        label={t('edit.review')}
        allowDeselect={false}
        data={periods}
        value={form.review.every}
        onChange={(every) => onChange({ ...form, review: { every: every as Profile['review']['every'] } })}
      />
    </Group>
  );
}

function SettingsModal({
  title,
  isReady,
  onKeep,
  onClose,
  children,
}: {
  readonly title: string;
  readonly isReady: boolean;
  readonly onKeep: () => void;
  readonly onClose: () => void;
  readonly children: React.ReactNode;
}) {
  const { t } = useTranslation(['profile', 'common']);
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="lg"
      centered
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onKeep();
          onClose();
        }}
      >
        <Stack gap="md">
          {children}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={!isReady}>
              {t('edit.done')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
