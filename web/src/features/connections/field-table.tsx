import { Badge, Button, Checkbox, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionField } from '../../api/generated/types.gen.ts';
import { useFormat, useSpeech } from '../../shared/i18n/index.ts';
import classes from './connections.module.css';

/** So many rows are shown at first; a CRM may have thousands of fields. */
const shownAtFirst = 60;

interface FieldTableProps {
  readonly fields: readonly ConnectionField[];
  readonly isRead: (field: ConnectionField) => boolean;
  readonly onChange: (field: ConnectionField, isRead: boolean) => void;
}

/** Fields of a stream, those that are read first. */
export function FieldTable({ fields, isRead, onChange }: FieldTableProps) {
  const { t } = useTranslation('connections');
  const format = useFormat();
  const [all, setAll] = useState(false);
  const sorted = fields.toSorted(
    (one, other) => Number(other.read) - Number(one.read) || one.label.localeCompare(other.label),
  );
  const shown = all ? sorted : sorted.slice(0, shownAtFirst);
  const rest = sorted.length - shown.length;
  if (sorted.length === 0) return <p className={classes.soft}>{t('fields.noMatch')}</p>;
  return (
    <>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('fields.read')}</th>
              <th scope="col">{t('fields.field')}</th>
              <th scope="col">{t('fields.goesTo')}</th>
              <th scope="col">{t('fields.kind')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((field) => (
              <tr key={field.name}>
                <td>
                  <Checkbox
                    aria-label={t('fields.readIt', { field: field.label })}
                    checked={isRead(field)}
                    disabled={field.own}
                    onChange={({ target }) => onChange(field, target.checked)}
                  />
                </td>
                <th scope="row" className={classes.fieldName}>
                  {field.label}
                  <span className={classes.apiName}>{field.name}</span>
                </th>
                <td>
                  <Place field={field} />
                </td>
                <td>
                  <Marks field={field} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rest === 0 ? null : (
        <Button variant="subtle" mt="sm" onClick={() => setAll(true)}>
          {t('fields.more', { count: rest, shown: format.number(rest) })}
        </Button>
      )}
    </>
  );
}

/** Where the values of a field went at the last import. */
function Place({ field: { place, own, read, header } }: { readonly field: ConnectionField }) {
  const { t } = useTranslation(['connections', 'data']);
  const { labelOf } = useSpeech();
  if (own) return <span className={classes.soft}>{t('fields.ownPlace')}</span>;
  if (place === null) return read ? <span className={classes.faint}>{t('fields.notYet')}</span> : null;
  const { table, field, label, custom, ignored } = place;
  if (ignored) return <span className={classes.soft}>{t('fields.leftOut')}</span>;
  const canonical = t(`data:field.${table}.${field}`, { defaultValue: labelOf(field) });
  return (
    <span>
      {t(`data:table.${table}`, { defaultValue: table })}
      {' · '}
      {label ?? (custom ? header : canonical)}
      {custom ? <span className={classes.faint}> {t('fields.custom')}</span> : null}
    </span>
  );
}

function Marks({ field: { kind, derived, own } }: { readonly field: ConnectionField }) {
  const { t } = useTranslation('connections');
  return (
    <span className={classes.marks}>
      <span className={classes.soft}>{t(`fields.kinds.${kind}`)}</span>
      {derived ? (
        <Tooltip label={t('fields.derivedHint')}>
          <button type="button" className={classes.mark}>
            {t('fields.derived')}
          </button>
        </Tooltip>
      ) : null}
      {own ? (
        <Badge tt="none" variant="light">
          {t('fields.own')}
        </Badge>
      ) : null}
    </span>
  );
}
