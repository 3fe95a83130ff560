import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldDecision, QualityFinding } from '../../api/generated/types.gen.ts';
import { type FieldTable, useDecide } from './use-fix.ts';

type Action = Extract<NonNullable<QualityFinding['action']>, { kind: 'set-field' }>;

/** The decision that a finding proposes, and its other side where there is one. */
export function FieldFix({ action }: { readonly action: Action }) {
  const { t } = useTranslation('data');
  const { mutate, isPending } = useDecide(action.table as FieldTable, action.field);
  const choices = choicesOf(action.decision);
  return choices.map(({ key, values, decision }, at) => (
    <Button
      key={key}
      variant={at === 0 ? 'default' : 'subtle'}
      {...(at === 0 ? {} : { color: 'gray' })}
      size="compact-sm"
      disabled={isPending}
      onClick={() => mutate(decision)}
    >
      {t(`fix.${key}`, values)}
    </Button>
  ));
}

interface Choice {
  readonly key: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly decision: FieldDecision;
}

function choicesOf(decision: FieldDecision): readonly Choice[] {
  const { known, merge, one, from, times, absent } = decision;
  if (known !== undefined) {
    const other = known === 'before' ? 'after' : 'before';
    return [choice(known, decision), choice(other, { known: other })];
  }
  if (one !== undefined)
    return [
      { key: 'one', values: { count: one.length }, decision },
      { key: 'apart', values: { count: one.length }, decision: { apart: one } },
    ];
  if (absent !== undefined) {
    const said = absent[0]?.value;
    const days = said !== undefined && 'days' in said ? said.days : null;
    const open: FieldDecision = { absent: [{ file: null, value: { kind: 'open' } }] };
    return [{ key: days === null ? 'lost' : 'lostAfter', values: { days }, decision }, choice('open', open)];
  }
  if (merge !== undefined) {
    const isEmptied = merge.every(({ to }) => to === '');
    return [{ key: isEmptied ? 'emptied' : 'merge', values: { count: merge.length }, decision }];
  }
  if (from !== undefined) return [{ key: 'trust', values: { source: from[0] }, decision }];
  if (times !== undefined) return [{ key: 'times', values: { times }, decision }];
  return [choice('emptied', decision)];
}

function choice(key: string, decision: FieldDecision): Choice {
  return { key, values: { count: 1 }, decision };
}
