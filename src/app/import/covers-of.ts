import type { SourceState } from '../../stages/dataset/index.ts';
import type { ImportRequest } from './types.ts';

/** What "not listed" means for a source: as said now, else as said at its last import, else unknown. */
export function coversOf({ covers }: ImportRequest, previous: SourceState | null): SourceState['covers'] {
  return covers ?? previous?.covers ?? 'listed';
}
