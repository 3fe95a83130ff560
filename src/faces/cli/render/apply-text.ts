import type { ApplyResult } from '../../../app/apply-profile.ts';
import type { TextStyle } from '../types.ts';
import { wrapText } from './wrap-text.ts';

/** What applying a page changed, and what the lint says of it. */
export function applyText({ version, changed, changes, findings }: ApplyResult, style: TextStyle): string {
  const head = changed
    ? `${version.name}: version ${version.version} is published.`
    : `${version.name}: nothing changed, version ${version.version} stays published.`;
  return [
    head,
    ...changes.map(({ words }) => `  ${words}`),
    ...findings.map(({ severity, message, remedy }) =>
      wrapText(`${severity}: ${message} ${remedy}`, style.width, '  '),
    ),
  ].join('\n');
}
