import { startTransition, useOptimistic } from 'react';

/**
 * A choice that is shown at once and kept meanwhile; when keeping fails, what was kept before is shown again. Nothing is
 * disabled while it is kept, so that the keyboard stays where it is.
 */
export function useTried<T>(
  kept: T,
  keep: (value: T) => Promise<unknown>,
): readonly [tried: T, choose: (value: T) => void] {
  const [tried, setTried] = useOptimistic(kept);
  const choose = (value: T) =>
    startTransition(async () => {
      setTried(value);
      await keep(value).catch(() => undefined);
    });
  return [tried, choose];
}
