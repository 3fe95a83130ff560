import { foldText } from '../../base/expr/index.ts';
import { saysUnknown } from '../dataset/index.ts';
import { aboutField, type FieldAbout } from './field-about.ts';
import type { CandidateField } from './types.ts';

/** Units that a value needs to be a level of its own. */
const NEEDED = 3;
/** Values that are levels of their own, at most; the rarest are pooled first. */
const MOST_LEVELS = 40;

/** A word such as `Unknown` with this share of the units, beside empty cells, is a value with a name. */
const NAMED_SHARE = 0.1;

/**
 * A candidate field of texts. Spellings that fold alike are one value under their commonest spelling; values of fewer
 * than three units are pooled as other, which counts as known but is never a condition. A word that says that nothing
 * is known is unknown, unless whoever filled in the column told it from an empty cell.
 *
 * @param texts null is unknown.
 */
export function codeCategories(texts: readonly (string | null)[], about: FieldAbout): CandidateField {
  const values = withoutUnknowns(texts);
  const folded = values.map((value) => (value === null ? null : foldText(value)));
  const groups = countSpellings(values, folded);
  const ranked = [...groups].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1));
  const kept = ranked.filter(([, { count }], i) => count >= NEEDED && i < MOST_LEVELS);
  const pooled = ranked.length - kept.length;
  const index = new Map(kept.map(([key], level) => [key, level]));
  const names = kept.map(([, { spellings }]) => commonest(spellings));
  const level = (label: string, nameable: boolean) => ({ label, low: null, high: null, nameable });
  return {
    ...aboutField(about),
    kind: 'category',
    ordered: false,
    codes: Int32Array.from(folded, (key) => (key === null ? -1 : (index.get(key) ?? kept.length))),
    levels: [
      ...names.map((name) => level(name, true)),
      ...(pooled > 0 ? [level(`${pooled} rarer values`, false)] : []),
    ],
    condition: (levels) => ({ op: 'any', field: about.column, values: levels.map((l) => names[l]!) }),
  };
}

function withoutUnknowns(texts: readonly (string | null)[]): readonly (string | null)[] {
  const words = new Set([...new Set(texts)].filter((text) => text !== null && saysUnknown(text)));
  const said = texts.filter((text) => words.has(text)).length;
  const isNamed = texts.includes(null) && said >= NAMED_SHARE * texts.length;
  return said === 0 || isNamed ? texts : texts.map((text) => (words.has(text) ? null : text));
}

interface Spelled {
  count: number;
  readonly spellings: Map<string, number>;
}

function countSpellings(values: readonly (string | null)[], folded: readonly (string | null)[]) {
  const groups = new Map<string, Spelled>();
  values.forEach((value, i) => {
    if (value === null) return;
    const group = groups.get(folded[i]!) ?? { count: 0, spellings: new Map<string, number>() };
    group.count++;
    group.spellings.set(value, (group.spellings.get(value) ?? 0) + 1);
    groups.set(folded[i]!, group);
  });
  return groups;
}

function commonest(spellings: ReadonlyMap<string, number>): string {
  return [...spellings].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]![0];
}
