import type { Field, Sharing, SourceState } from '../../stages/dataset/index.ts';
import { isShared, sharingsOf } from './sharings-of.ts';
import type { FieldDecision } from './types.ts';

/** The sources with what a person said of accounts that share a value; the last word counts. */
export function shareAccounts(
  sources: readonly SourceState[],
  field: Field,
  decision: FieldDecision,
): readonly SourceState[] {
  const said = isShared(field) ? sharingsOf(field.name, decision) : [];
  if (said.length === 0) return sources;
  const isSaid = (old: Sharing) => said.some((now) => now.field === old.field && now.value === old.value);
  return sources.map((source) => {
    const { sharing: before = [], ...rest } = source;
    const fills = field.sources.includes(source.name);
    const sharing = [...before.filter((old) => !isSaid(old)), ...(fills ? said : [])];
    return sharing.length === 0 ? rest : { ...rest, sharing };
  });
}
