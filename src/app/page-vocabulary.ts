import type { Field } from '../stages/dataset/index.ts';
import { canonicalRelation } from './canonical-relation.ts';
import type { CurrentData } from './current-data.ts';
import { distinctTexts } from './distinct-texts.ts';
import { optionalData } from './optional-data.ts';
import type { Workspace } from './workspace.ts';

/** A field that a line may ask about. */
export interface VocabularyField extends Pick<Field, 'name' | 'label' | 'kind' | 'layer' | 'unit' | 'range'> {
  /** The commonest values; empty for numbers and dates. */
  readonly values: readonly string[];
  /** Known for at least a fifth of the prospects; null without prospects. */
  readonly searchable: boolean | null;
}

/** What lines of a page can ask about in the current data. */
export interface PageVocabulary {
  readonly kind: 'vocabulary';
  readonly fields: readonly VocabularyField[];
  readonly technologies: readonly string[];
  readonly categories: readonly string[];
  /** Subjects of events that were seen: `administration`. */
  readonly abouts: readonly string[];
}

const mostValues = 100;
const searchableShare = 0.2;
const notAsked = new Set(['account_id', 'name', 'domain']);

/** Everything that a line can ask about, so that nobody has to know it by heart; empty before any import. */
export async function pageVocabulary(workspace: Workspace): Promise<PageVocabulary> {
  const data = await optionalData(workspace);
  if (data === null) return { kind: 'vocabulary', fields: [], technologies: [], categories: [], abouts: [] };
  const tools = canonicalRelation(data, 'technologies', { technology: 'text', category: 'text' });
  const signals = canonicalRelation(data, 'signals', { about: 'text' });
  const [technologies, categories, abouts] = await Promise.all([
    distinctTexts(workspace, tools, { column: 'technology' }),
    distinctTexts(workspace, tools, { column: 'category' }),
    distinctTexts(workspace, signals, { column: 'about' }),
  ]);
  return { kind: 'vocabulary', fields: fieldsOf(data), technologies, categories, abouts };
}

function fieldsOf({ fields }: CurrentData): readonly VocabularyField[] {
  return fields
    .filter(({ table, name }) => table === 'accounts' && !notAsked.has(name))
    .map(({ name, label, kind, layer, unit, range, values, prospects }) => ({
      name,
      label: label.toLowerCase(),
      kind,
      layer,
      unit,
      range,
      values: values.slice(0, mostValues).map(({ value }) => value),
      searchable:
        prospects === null || prospects.of === 0 ? null : prospects.known >= searchableShare * prospects.of,
    }));
}
