import { and, call, caseWhen, not, type SqlExpr, text, when } from '../../base/sql/index.ts';

/** Spaces and control characters that spreadsheets pass over at the start of a cell. */
const passedOver = '\u0001-\u0020\u0085\u00a0\u1680\u2000-\u200f\u2028\u2029\u202f\u205f-\u2064\u3000\ufeff';

/** The start of a cell that a spreadsheet takes for a formula: = + - @ in either width, a tab or a line end. */
const startsFormula = `^([\\t\\r\\n]|[${passedOver}]*[=+@\uff1d\uff0b\uff20\uff0d\\-])`;

/** A number as people and programs write it: -1, +3.5, -1,000.00, -1e5. */
const plainNumber = '^[+\\-]?([0-9]+([.,][0-9]+)*|[.,][0-9]+)([eE][+\\-]?[0-9]+)?$';

/** True for a text that a spreadsheet would run as a formula; plain numbers are not touched. */
export function isFormula(cell: SqlExpr): SqlExpr {
  return and([call('matches', cell, text(startsFormula)), not(call('matches', cell, text(plainNumber)))]);
}

/**
 * A text cell that no spreadsheet runs: one that would start a formula gets an apostrophe in front.
 * See https://owasp.org/www-community/attacks/CSV_Injection
 */
export function inertText(cell: SqlExpr): SqlExpr {
  return caseWhen([when(isFormula(cell), call('concat', text("'"), cell))], cell);
}

/** The same for the name of a column, which stands in a cell of its own. */
export function inertName(name: string): string {
  return new RegExp(startsFormula).test(name) && !new RegExp(plainNumber).test(name) ? `'${name}` : name;
}
