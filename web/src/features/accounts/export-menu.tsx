import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/i18n/index.ts';
import type { Filters } from './api/filters-of.ts';

/** The list under its filters as a file. */
export function ExportMenu({ filters, matching }: { readonly filters: Filters; readonly matching: number }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <Button variant="default" disabled={matching === 0}>
          {t('export.title')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('export.what', { count: matching, accounts: format.number(matching) })}</Menu.Label>
        {(['csv', 'xlsx'] as const).map((type) => (
          <Menu.Item key={type} component="a" href={addressOf(filters, type)} download>
            {t(`export.${type}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function addressOf(filters: Filters, format: 'csv' | 'xlsx'): string {
  const query = new URLSearchParams({ format });
  for (const [name, value] of Object.entries(filters))
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  return `/api/v1/list/file?${query}`;
}
