/**
 * True for a real calendar day written `YYYY-MM-DD`, year 0001 to 9999 (what every engine can hold).
 *
 * @example
 * isDate('2024-02-29'); // true
 * isDate('2023-02-29'); // false
 */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
