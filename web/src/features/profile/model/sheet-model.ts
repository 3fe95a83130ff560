import type { OpenedPage, PageFinding, Profile } from '../../../api/generated/types.gen.ts';

/** All that one sheet shows: the page as it is edited or as much of it as fits, and what stands around it. */
export interface SheetModel {
  readonly head: Pick<
    OpenedPage,
    'name' | 'version' | 'published' | 'createdAt' | 'createdBy' | 'snapshot' | 'signedBy' | 'asOf'
  >;
  readonly profile: Profile;
  readonly questions: OpenedPage['questions'];
  readonly findings: readonly PageFinding[];
  readonly attainable: number;
  readonly counts: OpenedPage['counts'];
  readonly labels: OpenedPage['labels'];
}

/** Whether any line carries evidence: where none does, no room is kept for marks. */
export function isMeasured({ fit, timing, evidenceOnly }: Profile): boolean {
  return evidenceOnly.length > 0 || [...fit, ...timing].some(({ evidence }) => evidence !== null);
}

/** Layers that may score, in the order of the page. */
export const layers = [
  'firmographic',
  'geographic',
  'technographic',
  'behavioural',
  'demographic',
  'psychographic',
  'committee',
] as const;
