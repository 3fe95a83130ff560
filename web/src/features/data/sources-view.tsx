import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DataOverview, DataSource } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import classes from './data.module.css';
import { SourceJoins } from './source-joins.tsx';
import { useChangeWords } from './use-change-words.ts';

/** The files that the data come from, their days, how they joined, and what was changed last. */
export function SourcesView({ data }: { readonly data: DataOverview }) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const changeWords = useChangeWords();
  return (
    <>
      {data.sources.map((source) => (
        <SourceCard key={source.name} source={source} />
      ))}
      <p className={classes.hint}>{t('files.kept')}</p>
      <section className={classes.group}>
        <h2 className={classes.groupTitle}>{t('files.changes')}</h2>
        <ol className={classes.changes}>
          {data.changes.map(({ id, at, what }) => (
            <li key={id}>
              <span className={`${classes.soft} tabular`}>{format.moment(at)}</span>
              <span>{changeWords(what)}</span>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

function SourceCard({ source }: { readonly source: DataSource }) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const { name, as, rows, columns, importedAt, observedOn, found, joins } = source;
  const count = (value: number) => format.number(value);
  return (
    <article className={classes.file} aria-label={name}>
      <header className={classes.fileHead}>
        <h3 className={classes.fileName}>{name}</h3>
        <Badge tt="none" variant="light" color="gray">
          {source.rates ? t('kind.rates') : t(`kind.${as}`)}
        </Badge>
        {source.original ? (
          <Badge tt="none" variant="light" color="gray">
            {t('files.original')}
          </Badge>
        ) : null}
      </header>
      <dl className={`${classes.facts} tabular`}>
        <Fact label={t('files.rows')} value={count(rows.in)} />
        <Fact label={t('files.in')} value={count(rows.kept)} />
        <Fact label={t('files.aside')} value={count(rows.quarantined)} isMarked={rows.quarantined > 0} />
        <Fact label={t('files.columns')} value={t('files.columnsOf', columns)} />
        <Fact label={t('files.imported')} value={format.moment(importedAt)} />
        <Fact
          label={t('files.observed')}
          value={observedOn === null ? t('files.noDay') : format.day(observedOn)}
        />
        {found === null ? null : (
          <Fact
            label={t('files.since', { day: format.day(found.from) })}
            value={t('files.found', { added: count(found.added), gone: count(found.gone) })}
          />
        )}
      </dl>
      <SourceJoins joins={joins} />
    </article>
  );
}

interface FactProps {
  readonly label: string;
  readonly value: string;
  readonly isMarked?: boolean;
}

function Fact({ label, value, isMarked = false }: FactProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd data-marked={isMarked || undefined}>{value}</dd>
    </div>
  );
}
