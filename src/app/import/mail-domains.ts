import type { ColumnMapping, FileMapping } from '../../stages/dataset/index.ts';

/**
 * How the people of a file that names no account find theirs: by the domain of their e-mail address, where it is a
 * company's own. Empty when the file names accounts itself, or has no addresses.
 */
export function mailDomains({ as, columns }: FileMapping): readonly ColumnMapping[] {
  const used = columns.filter(({ ignored }) => !ignored);
  const named = used.some(
    ({ table, field }) =>
      field === 'account_id' || (table === 'accounts' && (field === 'domain' || field === 'name')),
  );
  const email = used.find(({ table, field }) => table === 'people' && field === 'email');
  if (as !== 'people' || named || email === undefined) return [];
  return [
    { ...email, table: 'accounts', field: 'domain', kind: 'text', layer: 'firmographic', known: 'before' },
  ];
}
