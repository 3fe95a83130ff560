import type { Page } from '../../stages/profile/index.ts';

/** Whether any line of the page carries evidence. */
export function isMeasured({
  layers,
  timing,
  evidenceOnly,
}: Pick<Page, 'layers' | 'timing' | 'evidenceOnly'>): boolean {
  const lines = [...layers.flatMap((layer) => layer.lines), ...timing, ...evidenceOnly];
  return lines.some(({ evidence }) => evidence !== null);
}
