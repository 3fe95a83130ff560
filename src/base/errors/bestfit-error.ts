import { catalogue, type ErrorCode, type ErrorDefinition, type ErrorParams } from './catalogue.ts';

/**
 * The one error that the product throws on purpose: a code of the catalogue with its parameters.
 *
 * @example
 * throw new BestfitError('input.file-missing', { file: 'customers.csv' });
 */
export class BestfitError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'BestfitError';
  readonly code: C;
  readonly params: ErrorParams<C>;
  /** What to do next. */
  readonly remedy: string;
  /** Exit code of the command line. */
  readonly exit: 1 | 2 | 3;
  /** Status of the same refusal over HTTP. */
  readonly status: number;

  constructor(code: C, params: ErrorParams<C>, options?: ErrorOptions) {
    const definition = catalogue[code] as unknown as ErrorDefinition<ErrorParams<C>>;
    super(definition.message(params), options);
    this.code = code;
    this.params = params;
    this.remedy = definition.remedy(params);
    this.exit = definition.exit;
    this.status = definition.status;
  }
}
