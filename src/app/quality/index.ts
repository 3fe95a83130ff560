export { accountFindings } from './account-findings.ts';
export { fieldFindings } from './field-findings.ts';
export { fieldQuality } from './field-quality.ts';
export { outcomeFindings } from './outcome-findings.ts';
export { readSetAside } from './read-set-aside.ts';
export { sourceFindings } from './source-findings.ts';
export { inOrder } from './to-finding.ts';
export type * from './types.ts';
