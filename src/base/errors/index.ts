export { BestfitError } from './bestfit-error.ts';
export { catalogue, type ErrorCode, type ErrorParams } from './catalogue.ts';
export { internalError } from './internal-error.ts';
