import type { ColumnMapping } from '../dataset/index.ts';

/** Words for the places of a list's own order, in six languages. */
const filing =
  /(?:^| )(?:sub ?)?(?:industr(?:y|ies|ia|ias|ie)|sectors?|sectores|settor[ei]|setor(?:es)?|secteurs?|branchen?|segment(?:s|e|o|os|i)?|verticals?|categor(?:y|ies|ia|ias|ie)|kategorien?|tags?|etiquetas?|topics?|taxonomy|classification|naics|sic|batch|cohort)(?: |$)/;

/**
 * True for a category that says where a list files a company (industry, sector, segment, tag), by its name. A company
 * that is filed elsewhere did nothing: what it is called was thought over again.
 */
export function isFiling({ table, field, kind }: Pick<ColumnMapping, 'table' | 'field' | 'kind'>): boolean {
  return table === 'accounts' && kind === 'category' && filing.test(field.replaceAll('_', ' '));
}
