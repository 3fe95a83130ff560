import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../shared/api/index.ts';
import { chooseLanguage, type Language, languages, useFormat } from '../shared/i18n/index.ts';

const schemes = ['light', 'dark', 'auto'] as const;

/** Language, colours, and the day on which questions are asked. */
export function Preferences() {
  const { t, i18n } = useTranslation('common');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { asOf, by } = useWorkspace();
  const format = useFormat();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('preferences.title')}>
          <svg
            width="20"
            height="20"
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.7"
            aria-hidden="true"
          >
            <path d="M4 7h10M18 7h2M4 17h2M10 17h10" strokeLinecap="round" />
            <circle cx="16" cy="7" r="2.2" />
            <circle cx="8" cy="17" r="2.2" />
          </svg>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('preferences.language')}</Menu.Label>
        {Object.entries(languages).map(([code, name]) => (
          <Menu.Item
            key={code}
            lang={code}
            onClick={() => void chooseLanguage(code as Language)}
            rightSection={i18n.language === code ? '✓' : null}
          >
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('preferences.scheme')}</Menu.Label>
        {schemes.map((scheme) => (
          <Menu.Item
            key={scheme}
            onClick={() => setColorScheme(scheme)}
            rightSection={colorScheme === scheme ? '✓' : null}
          >
            {t(`preferences.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('preferences.asOf', { day: format.day(asOf), by })}</Menu.Label>
        <Menu.Item component="a" href="/api" target="_blank" rel="noopener">
          {t('preferences.api')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
