import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** Whether the server is heard; while it is, every change by any window or command makes the pages read anew. */
export function useChanges(): boolean {
  const client = useQueryClient();
  const [isHeard, setHeard] = useState(true);
  useEffect(() => {
    let last: string | null = null;
    const source = new EventSource('/api/v1/changes');
    source.addEventListener('revision', ({ data }: MessageEvent<string>) => {
      setHeard(true);
      if (last !== null && last !== data) void client.invalidateQueries();
      last = data;
    });
    source.addEventListener('open', () => setHeard(true));
    source.addEventListener('error', () => setHeard(false));
    return () => source.close();
  }, [client]);
  return isHeard;
}
