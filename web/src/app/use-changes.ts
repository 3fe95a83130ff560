import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Job } from '../api/generated/types.gen.ts';
import { keepJob } from '../shared/jobs/index.ts';

/**
 * Whether the server is heard; while it is, every change by any window or command makes the pages read anew. A window
 * that nobody sees lets go of the connection: browsers allow six at a time.
 */
export function useChanges(): boolean {
  const client = useQueryClient();
  const [isHeard, setHeard] = useState(true);
  useEffect(() => {
    let last: string | null = null;
    let isLost = false;
    let source: EventSource | null = null;
    const listen = () => {
      source = new EventSource('/api/v1/changes');
      source.addEventListener('revision', ({ data }: MessageEvent<string>) => {
        setHeard(true);
        if (last !== null && last !== data) void client.invalidateQueries();
        last = data;
      });
      source.addEventListener('job', ({ data }: MessageEvent<string>) =>
        keepJob(client, JSON.parse(data) as Job),
      );
      source.addEventListener('open', () => {
        // What happened meanwhile was told to nobody here.
        if (isLost) void client.invalidateQueries();
        isLost = false;
        setHeard(true);
      });
      source.addEventListener('error', () => {
        isLost = true;
        setHeard(false);
      });
    };
    const follow = () => {
      source?.close();
      if (document.visibilityState === 'visible') {
        listen();
        void client.invalidateQueries({ queryKey: ['jobs'] });
      }
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      source?.close();
    };
  }, [client]);
  return isHeard;
}
