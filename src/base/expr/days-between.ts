const DAY = 86_400_000;

/**
 * Whole days from one day to another, both `YYYY-MM-DD`; negative when the second comes first.
 *
 * @example
 * daysBetween('2024-02-28', '2024-03-01'); // 2
 */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY;
}
