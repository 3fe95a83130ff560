import type { ValueShortfall } from './types.ts';
import type { WeighedComponent } from './weigh-components.ts';

/** Nothing to rank by: says what stood nearest. */
export function noComponents(weighed: readonly WeighedComponent[]): ValueShortfall {
  const known = weighed.filter(({ component }) => component.known > 0);
  if (known.length === 0) {
    return {
      kind: 'no-components',
      reason: 'Nothing that makes a customer valuable is known for any customer.',
    };
  }
  const reasons = known.map(({ component }) => `${component.label}: ${component.leftOut}`);
  return { kind: 'no-components', reason: `Nothing is left to rank customers by. ${reasons.join('. ')}.` };
}
