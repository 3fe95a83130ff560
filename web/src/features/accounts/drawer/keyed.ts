/** An item with a key that no other item of its list has. */
export interface Keyed<T> {
  readonly key: string;
  readonly item: T;
}

/** Gives things that have no ids of their own keys by what they hold; those that are alike are told apart by their number. */
export function keyed<T>(items: readonly T[]): readonly Keyed<T>[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const held = JSON.stringify(item);
    const times = (seen.get(held) ?? 0) + 1;
    seen.set(held, times);
    return { key: `${held} ${times}`, item };
  });
}
