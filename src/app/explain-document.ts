import type { ExplainedPattern } from './explain-pattern.ts';
import { patternDocument } from './pattern-document.ts';

/** The JSON document of an explained pattern: the pattern as `discover --json` prints it, and the groups behind it. */
export function explainDocument(explained: ExplainedPattern): unknown {
  const { judgements, ...rest } = explained;
  return { ...rest, pattern: patternDocument(explained.pattern, judgements) };
}
