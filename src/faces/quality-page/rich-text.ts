import { escapeHtml } from '../page/index.ts';

/**
 * A message as HTML: what stands in backticks becomes code.
 *
 * @example
 * richText('`size` is 1 of 3'); // '<code>size</code> is 1 of 3'
 */
export function richText(message: string): string {
  return escapeHtml(message).replace(/`([^`]+)`/g, '<code>$1</code>');
}
