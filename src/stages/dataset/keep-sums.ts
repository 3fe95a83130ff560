import type { ColumnMapping } from './types.ts';

/**
 * The columns of a file of purchases that are kept: what the sums are made of, and what a person mapped. Other numbers
 * are left out before currencies are settled, so that a column of codes speaks for the amount alone.
 */
export function withoutOtherNumbers(columns: readonly ColumnMapping[]): readonly ColumnMapping[] {
  const total = columns.find(
    ({ table, field, ignored }) => table === 'transactions' && field === 'amount' && !ignored,
  );
  return columns.map((column) => {
    if (column.ignored) return column;
    const isPrice = column.table === 'transactions' && ['unit_price', 'quantity'].includes(column.field);
    if (isPrice && total !== undefined && column.decidedBy !== 'user') {
      return leaveOut(column, `\`${total.column}\` says what the row is worth`);
    }
    const isNumber = column.kind === 'number' || column.kind === 'money';
    if (!isNumber || !isOwn(column)) return column;
    const map = `--map "${column.column}=customers.${column.field}"`;
    return leaveOut(column, `rows are summed per account; \`${map}\` keeps its sum`);
  });
}

/** The same without the columns that cannot be summed. */
export function withoutWords(columns: readonly ColumnMapping[]): readonly ColumnMapping[] {
  return columns.map((column) => {
    const isCode = column.field.endsWith('_currency');
    if (column.ignored || isCode || !isOwn(column)) return column;
    return leaveOut(column, 'rows are summed per account, and this is no number');
  });
}

function isOwn({ custom, decidedBy }: ColumnMapping): boolean {
  return custom && decidedBy !== 'user';
}

function leaveOut(column: ColumnMapping, why: string): ColumnMapping {
  return { ...column, ignored: true, why };
}
