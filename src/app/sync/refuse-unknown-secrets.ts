import { BestfitError } from '../../base/errors/index.ts';
import type { RecordConnector } from '../../edges/connectors/index.ts';

/** Refuses secrets by names that a connector does not need; their values are not told. */
export function refuseUnknownSecrets({ needs }: RecordConnector, names: readonly string[]): void {
  const unknown = names.find((name) => !needs.some((need) => need.name === name));
  if (unknown === undefined) return;
  const expected = `some of ${needs.map(({ name }) => name).join(', ')}`;
  throw new BestfitError('usage.bad-option', { option: 'secrets', value: unknown, expected });
}
