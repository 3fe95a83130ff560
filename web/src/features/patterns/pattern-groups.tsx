import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExplainedPattern } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import type { Speech } from '../../shared/words/index.ts';
import { MemberList } from './member-list.tsx';
import classes from './pattern.module.css';

interface GroupsProps {
  readonly explained: ExplainedPattern;
  readonly speech: Speech;
}

const names = ['bestWith', 'bestWithout', 'restWith', 'restWithout', 'unknown'] as const;

/** Who stands behind a pattern, for it and against it, by name. */
export function PatternGroups({ explained, speech }: GroupsProps) {
  const { t } = useTranslation('patterns');
  const format = useFormat();
  const { groups, contrast } = explained;
  const shown = names.filter((name) => groups[name].total > 0);
  const words = { best: t(`side.${contrast}.best`), rest: t(`side.${contrast}.rest`) };
  return (
    <section>
      <h3 className={classes.title}>{t('behind.title')}</h3>
      <Tabs defaultValue={shown[0] ?? null} keepMounted={false}>
        <Tabs.List>
          {shown.map((name) => (
            <Tabs.Tab
              key={name}
              value={name}
              rightSection={<span className={classes.small}>{format.number(groups[name].total)}</span>}
            >
              {t(`behind.${name}`, words)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {shown.map((name) => (
          <Tabs.Panel key={name} value={name} pt="sm">
            <MemberList group={groups[name]} unit={explained.unit} contrast={contrast} speech={speech} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </section>
  );
}
