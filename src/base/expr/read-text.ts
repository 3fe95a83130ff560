import { refuseCondition } from './refuse-condition.ts';

/** The text at this place, which may not be blank. `of` says what it stands for: `the name of a tool`. */
export function readText(written: unknown, where: string, of: string): string {
  if (typeof written === 'string' && written.trim() !== '') return written;
  const plain = typeof written === 'number' || typeof written === 'boolean';
  return refuseCondition({
    where,
    found: written,
    expected: `${of}, as text`,
    suggestion: plain ? `"${written}"` : null,
  });
}
