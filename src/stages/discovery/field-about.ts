import type { CandidateField } from './types.ts';

/** What a plain column does not say about itself. */
export interface FieldAbout
  extends Pick<CandidateField, 'id' | 'label' | 'layer' | 'known' | 'knownBy' | 'searchable' | 'perAccount'> {
  /** Name of the column, as conditions use it. */
  readonly column: string;
}

/** The part of a candidate field that does not depend on its values. */
export function aboutField(about: FieldAbout) {
  const { id, label, layer, known, knownBy, searchable, perAccount } = about;
  return { id, label, layer, known, knownBy, searchable, perAccount };
}
