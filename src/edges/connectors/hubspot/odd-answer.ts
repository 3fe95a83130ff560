import { BestfitError } from '../../../base/errors/index.ts';

/** The refusal of an answer that cannot be relied on: going on would lose records or never end. */
export function oddAnswer(message: string, status = 200): BestfitError<'connection.refused'> {
  const code = 'UNKNOWN_ANSWER';
  return new BestfitError('connection.refused', { vendor: 'HubSpot', status, code, message });
}
