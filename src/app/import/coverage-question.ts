import type { MappedTable } from './mapped-file.ts';
import type { ImportedFile, ImportRequest } from './types.ts';

/** Asks, once for a source, whether a tool that its lists do not name is a no: the file itself cannot say. */
export function coverageQuestion(
  request: ImportRequest,
  { mapping, previous }: MappedTable,
): ImportedFile['asks'] {
  const lists = mapping.columns.find(
    ({ kind, table, ignored }) => kind === 'set' && table === 'technologies' && !ignored,
  );
  if (lists === undefined || request.covers === 'all' || previous !== null) return [];
  const asks = `Does each row name every tool that the company uses? Then import with \`--covers all\`: a tool that is not named is a no. Until then it is unknown.`;
  return [{ column: lists.column, asks, confidence: lists.confidence }];
}
