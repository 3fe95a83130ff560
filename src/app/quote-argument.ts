/**
 * An argument as a person types it into a shell.
 *
 * @example
 * quoteArgument('PlanPro=Plan Pro'); // '"PlanPro=Plan Pro"'
 */
export function quoteArgument(text: string): string {
  if (/^[\w.,:/@%+-]+$/.test(text)) return text;
  return /["$`\\!]/.test(text) ? `'${text.replaceAll("'", `'\\''`)}'` : `"${text}"`;
}
