import type { RecordWrite } from '../records/index.ts';
import type { HubspotProblem, HubspotRefusal } from './hubspot-answers.ts';

/**
 * Which records of a batch a refusal means, by id, as far as it can be read from it: it names records, or properties
 * with the value that does not fit, but not the records that hold it. None: it does not say.
 */
export function refusedWrites(
  batch: readonly RecordWrite[],
  refusal: HubspotRefusal,
): ReadonlyMap<string, HubspotProblem> {
  const meant = new Map<string, HubspotProblem>();
  const named = new Set(refusal.context?.ids ?? []);
  for (const { id } of batch) if (named.has(id)) meant.set(id, refusal);
  for (const { message, code, context } of refusal.errors) {
    const problem = { message, category: code ?? refusal.category };
    for (const name of context?.propertyName ?? [])
      for (const id of holders(batch, name, problem)) meant.set(id, problem);
  }
  return meant;
}

/** Properties that are not there, or are read-only, refuse every value; else the message begins with the one it means. */
const whatever = new Set(['PROPERTY_DOESNT_EXIST', 'READ_ONLY_VALUE']);

function holders(
  batch: readonly RecordWrite[],
  name: string,
  { category = '', message }: HubspotProblem,
): readonly string[] {
  const holding = batch.flatMap(({ id, values }) =>
    name in values ? [{ id, text: String(values[name] ?? '') }] : [],
  );
  if (whatever.has(category)) return holding.map(({ id }) => id);
  const fitting = holding.filter(({ text }) => text !== '' && message.startsWith(`${text} `));
  const longest = Math.max(0, ...fitting.map(({ text }) => text.length));
  return fitting.filter(({ text }) => text.length === longest).map(({ id }) => id);
}
