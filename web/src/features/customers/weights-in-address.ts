import type { ComponentName } from '../../api/generated/types.gen.ts';

/** Weights by component; those that are not given have their defaults. */
export type Weights = Readonly<Partial<Record<ComponentName, number>>>;

/** Weights as they stand in an address; null where there are none to try. */
export function readWeights(text: string | undefined): Weights | null {
  if (text === undefined) return null;
  const pairs = text.split(',').map((part) => {
    const [name = '', weight = ''] = part.split(':');
    return [name, Number(weight)] as const;
  });
  const good = pairs.filter(
    ([name, weight]) => name !== '' && name !== 'default' && Number.isFinite(weight) && weight >= 0,
  );
  return Object.fromEntries(good);
}

/** The same weights as a text; `default` stands for none given at all. */
export function writeWeights(weights: Weights): string {
  const pairs = Object.entries(weights).map(([name, weight]) => `${name}:${weight}`);
  return pairs.length === 0 ? 'default:0' : pairs.join(',');
}
