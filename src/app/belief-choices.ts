import type { Scalar } from '../base/expr/index.ts';
import type { Field } from '../stages/dataset/index.ts';
import { canonicalRelation } from './canonical-relation.ts';
import { currentData } from './current-data.ts';
import { isTrait } from './discover/index.ts';
import { distinctTexts } from './distinct-texts.ts';
import { hasOwnLabel } from './has-own-label.ts';
import { resolveContext } from './resolve-context.ts';
import type { Workspace } from './workspace.ts';

/** A field that a belief may be about. */
export interface BeliefField {
  readonly field: string;
  readonly label: string;
  /** The label is one of a file or of a person, not of the product. */
  readonly isOwn: boolean;
  readonly layer: Field['layer'];
  readonly kind: Field['kind'];
  readonly unit: string | null;
  /** The commonest values; empty for numbers and dates. */
  readonly values: readonly string[];
  readonly range: { readonly low: Scalar; readonly high: Scalar } | null;
}

/** What a belief may be about, as the data name it: nothing here says how the best differ. */
export interface BeliefChoices {
  readonly kind: 'belief-choices';
  readonly snapshot: string;
  readonly fields: readonly BeliefField[];
  /** Categories of tools, and tools by name. */
  readonly categories: readonly string[];
  readonly technologies: readonly string[];
  readonly signals: readonly { readonly kind: string; readonly abouts: readonly string[] }[];
}

/** Values of a field that are named, at most. */
const mostValues = 60;

/** Lists what a person may say a belief about, before or after a look at the patterns. */
export async function beliefChoices(
  workspace: Workspace,
  request: { readonly asOf: string },
): Promise<BeliefChoices> {
  const data = await currentData(workspace);
  const context = await resolveContext(workspace, data, { asOf: request.asOf, conditions: [] });
  const tools = (name: 'category' | 'technology') =>
    sorted(context.technologies.flatMap((tool) => tool[name] ?? []));
  const kinds = await distinctTexts(workspace, canonicalRelation(data, 'signals', { kind: 'text' }), {
    column: 'kind',
  });
  return {
    kind: 'belief-choices',
    snapshot: data.snapshot,
    fields: data.fields
      .filter((field) => field.table === 'accounts' && isTrait(field) && field.known !== 'after')
      .map((field) => ({
        field: field.name,
        label: field.label,
        isOwn: hasOwnLabel(field),
        layer: field.layer,
        kind: field.kind,
        unit: field.unit,
        values: field.values.slice(0, mostValues).map(({ value }) => value),
        range: field.range,
      })),
    categories: tools('category'),
    technologies: tools('technology'),
    signals: sorted(kinds).map((kind) => ({ kind, abouts: sorted(context.abouts(kind)) })),
  };
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort((one, other) => (one < other ? -1 : 1));
}
