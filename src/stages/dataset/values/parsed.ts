/**
 * What reading one text gave. Every reader of this folder is total: it never throws, whatever the text.
 * `blank` is a text that stands for nothing; `misfit` is one that says something the column cannot hold.
 */
export type Parsed<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'blank' }
  | { readonly kind: 'misfit'; readonly reason: string };

/** Nothing was written. */
export const blank: Parsed<never> = { kind: 'blank' };

/** A text that was understood. */
export function parsed<T>(value: T): Parsed<T> {
  return { kind: 'value', value };
}

/** A text that does not fit, with the reason in the words of a spreadsheet's owner. */
export function misfit(reason: string): Parsed<never> {
  return { kind: 'misfit', reason };
}
