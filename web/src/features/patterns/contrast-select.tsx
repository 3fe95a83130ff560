import { Select } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { LastPatterns } from '../../api/generated/types.gen.ts';

type Props = Pick<LastPatterns, 'contrast' | 'contrasts'>;

/** Which two groups are compared; those that the data do not allow say what is missing. */
export function ContrastSelect({ contrast, contrasts }: Props) {
  const { t } = useTranslation('patterns');
  const navigate = useNavigate({ from: '/patterns' });
  const data = contrasts.map(({ contrast: value, lacks }) => ({
    value,
    label: lacks === null ? t(`contrast.${value}`) : t('contrast.lacks', { what: t(`contrast.${value}`) }),
  }));
  const choose = (value: string | null) =>
    void navigate({
      search: { contrast: (value ?? undefined) as Props['contrast'] | undefined },
      replace: true,
    });
  return (
    <Select
      aria-label={t('contrast.label')}
      data={data}
      value={contrast}
      onChange={choose}
      allowDeselect={false}
      w={250}
    />
  );
}
