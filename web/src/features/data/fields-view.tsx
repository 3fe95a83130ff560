import { NativeSelect, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { getFields } from '../../api/generated/sdk.gen.ts';
import type { FieldCatalog, FieldQuality } from '../../api/generated/types.gen.ts';
import { ask } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { PageError, Term } from '../../shared/ui/index.ts';
import classes from './data.module.css';
import { usePlaceWords } from './use-place-words.ts';

/** How well each field of a table is known, as bars, with what it holds. */
export function FieldsView({ chosen }: { readonly chosen: string | null }) {
  const query = useQuery({ queryKey: ['fields'], queryFn: () => ask(getFields()) });
  if (query.error !== null) return <PageError error={query.error} />;
  if (query.data === undefined) return <Skeleton height={260} radius="lg" />;
  return <FieldsOfTable tables={query.data.tables} chosen={chosen} />;
}

interface FieldsOfTableProps {
  readonly tables: FieldCatalog['tables'];
  readonly chosen: string | null;
}

function FieldsOfTable({ tables, chosen }: FieldsOfTableProps) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const navigate = useNavigate();
  const table = tables.find((each) => each.table === (chosen ?? 'accounts')) ?? tables[0];
  if (table === undefined) return null;
  const fields = table.fields.toSorted(
    (one, two) =>
      two.coverage.known / Math.max(1, two.coverage.of) - one.coverage.known / Math.max(1, one.coverage.of),
  );
  const hasProspects = fields.some(({ prospects }) => prospects !== null);
  return (
    <section>
      <NativeSelect
        className={classes.pick}
        label={t('fields.table')}
        value={table.table}
        onChange={({ target }) =>
          void navigate({
            to: '/data',
            search: (before) => ({ ...before, table: target.value }),
            replace: true,
          })
        }
        data={tables.map((each) => ({
          value: each.table,
          label: t('fields.option', { table: t(`table.${each.table}`), rows: format.number(each.rows) }),
        }))}
      />
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('fields.field')}</th>
              <th scope="col">
                <Term name="coverage">{t('fields.known')}</Term>
              </th>
              {hasProspects ? <th scope="col">{t('fields.prospects')}</th> : null}
              <th scope="col">{t('fields.holds')}</th>
              <th scope="col">{t('fields.when')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <FieldLine key={field.name} table={table.table} field={field} hasProspects={hasProspects} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface FieldLineProps {
  readonly table: FieldCatalog['tables'][number]['table'];
  readonly field: FieldQuality;
  readonly hasProspects: boolean;
}

function FieldLine({ table, field, hasProspects }: FieldLineProps) {
  const { t } = useTranslation('data');
  const words = usePlaceWords();
  const { coverage, prospects } = field;
  return (
    <tr>
      <th scope="row" className={classes.header}>
        {words.field({ table, name: field.name, label: field.label, kind: field.kind, custom: field.custom })}
      </th>
      <td>
        <Bar {...coverage} />
      </td>
      {hasProspects ? <td>{prospects === null ? null : <Bar {...prospects} />}</td> : null}
      <td className={classes.samples}>
        <Holds field={field} />
      </td>
      <td className={classes.soft}>{t(`fields.knownWhen.${field.known}`)}</td>
    </tr>
  );
}

/** The share of rows for which a field is known. */
function Bar({ known, of }: { readonly known: number; readonly of: number }) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const share = of === 0 ? 0 : known / of;
  return (
    <span
      className={`${classes.bar} tabular`}
      title={t('fields.of', { known: format.number(known), of: format.number(of) })}
    >
      <span className={classes.meter} data-low={share < 0.2 || undefined} aria-hidden="true">
        <span style={{ width: `${100 * share}%` }} />
      </span>
      {format.share(share)}
    </span>
  );
}

function Holds({ field }: { readonly field: FieldQuality }) {
  const format = useFormat();
  const { top, range, unit } = field;
  if (top.length > 0)
    return top.slice(0, 3).map(({ value, count }) => (
      <span key={value} className={classes.sample}>
        {value} <span className={classes.faint}>{format.number(count)}</span>
      </span>
    ));
  if (range === null) return null;
  const text = (value: string | number | boolean) => {
    if (typeof value === 'number') return field.kind === 'year' ? String(value) : format.number(value);
    return field.kind === 'date' ? format.day(String(value)) : String(value);
  };
  return (
    <span className="tabular">{`${text(range.low)} – ${text(range.high)}${unit === null ? '' : ` ${unit}`}`}</span>
  );
}
