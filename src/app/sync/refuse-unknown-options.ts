import { BestfitError } from '../../base/errors/index.ts';
import type { ConnectionOption, RecordConnector } from '../../edges/connectors/index.ts';

/** Refuses settings of a vendor that its connector does not name, and values that they cannot have. */
export function refuseUnknownOptions(
  { options }: Pick<RecordConnector, 'options'>,
  given: Readonly<Record<string, string>>,
): void {
  if (options === undefined) return;
  for (const [name, value] of Object.entries(given)) {
    const known = options.find((each) => each.name === name);
    if (known === undefined) {
      const expected = `one of ${options.map((each) => each.name).join(', ')}`;
      throw new BestfitError('usage.bad-option', { option: '--option', value: name, expected });
    }
    const expected = expectedOf(known, value);
    if (expected !== null)
      throw new BestfitError('usage.bad-option', { option: `--option ${name}`, value, expected });
  }
}

/** What a value should be; null when it is that. An empty one takes back what was said. */
function expectedOf({ values }: ConnectionOption, value: string): string | null {
  if (value === '') return null;
  if (values === null) return /^[1-9]\d*$/.test(value) ? null : 'a whole number from 1';
  return values.includes(value.toLowerCase()) ? null : `one of ${values.join(', ')}`;
}
