import type { Field, SourceState } from '../../stages/dataset/index.ts';

/** The sources with the order in which a person trusts them for one field; those not named have none. */
export function trustSources(
  sources: readonly SourceState[],
  { table, name }: Field,
  from: readonly string[],
): readonly SourceState[] {
  const place = `${table}.${name}`;
  return sources.map((source) => {
    const { [place]: _, ...others } = source.trust;
    const rank = from.indexOf(source.name);
    return { ...source, trust: rank === -1 ? others : { ...others, [place]: rank } };
  });
}
