import type { SourceField } from '../../edges/connectors/index.ts';
import { writableFields } from './write-fields.ts';

/**
 * The fields of a stream that Bestfit writes, as the source names them: by name (`bestfit_tier`, `Bestfit_Tier__c`), or by
 * label where names are made by the vendor.
 */
export function writtenNames(fields: readonly SourceField[]): readonly string[] {
  const own = Object.values(writableFields);
  const names = new Set(own.map(({ name }) => name));
  const labels = new Set(own.map(({ label }) => label));
  return fields
    .filter(({ name, label, standard }) => {
      return !standard && (names.has(name.toLowerCase().replace(/__c$/, '')) || labels.has(label));
    })
    .map(({ name }) => name);
}
