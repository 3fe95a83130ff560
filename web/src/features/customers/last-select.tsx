import { Select } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

const lasts = [20, 30, 50, 100];

/** All customers, or only those who started last: who is good may change with the years. */
export function LastSelect({
  last,
  customers,
}: {
  readonly last: number | null;
  readonly customers: number;
}) {
  const { t } = useTranslation('customers');
  const navigate = useNavigate({ from: '/customers' });
  const offered = lasts.filter((n) => n < customers || n === last);
  if (offered.length === 0) return null;
  const options = [
    { value: 'all', label: t('last.all') },
    ...offered.map((n) => ({ value: String(n), label: t('last.some', { n }) })),
  ];
  const choose = (value: string | null) => {
    const chosen = value === null || value === 'all' ? undefined : Number(value);
    void navigate({ search: (search) => ({ ...search, last: chosen }), replace: true });
  };
  return (
    <Select
      aria-label={t('last.label')}
      data={options}
      value={last === null ? 'all' : String(last)}
      onChange={choose}
      allowDeselect={false}
      w={190}
    />
  );
}
