import { useSyncExternalStore } from 'react';
import { deleteUpload } from '../../api/generated/sdk.gen.ts';
import type { Upload } from '../../api/generated/types.gen.ts';
import { ask, codeOf } from '../../shared/api/index.ts';
import { sendFile } from './send-file.ts';

/** One file that is being sent, was sent, or could not be. */
export interface Sending {
  readonly key: number;
  readonly name: string;
  readonly bytes: number;
  /** How much has gone, 0 to 1. */
  readonly sent: number;
  readonly upload: Upload | null;
  readonly error: Error | null;
  readonly abort: () => void;
}

let list: readonly Sending[] = [];
let nextKey = 1;
const listeners = new Set<() => void>();

function change(next: readonly Sending[]): void {
  list = next;
  for (const listener of listeners) listener();
}

function update(key: number, part: Partial<Sending>): void {
  change(list.map((each) => (each.key === key ? { ...each, ...part } : each)));
}

/** Sends files, all at once; they go on while another page of the app is looked at. */
export function sendFiles(files: readonly File[]): void {
  for (const file of files) {
    const key = nextKey;
    nextKey += 1;
    const { done, abort } = sendFile(file, (sent) => update(key, { sent }));
    change([...list, { key, name: file.name, bytes: file.size, sent: 0, upload: null, error: null, abort }]);
    done.then(
      (upload) => update(key, { upload, sent: 1 }),
      (error: Error) => {
        if (codeOf(error) !== 'upload.aborted') update(key, { error });
      },
    );
  }
}

/** Stops sending a file, or takes one back that was sent. */
export function dropSending({ key, upload, abort }: Sending): void {
  change(list.filter((each) => each.key !== key));
  if (upload === null) abort();
  else void ask(deleteUpload({ path: { id: upload.id } })).catch(() => undefined);
}

/** Forgets files that were handed on. */
export function forgetSent(uploads: readonly string[]): void {
  change(list.filter(({ upload }) => upload === null || !uploads.includes(upload.id)));
}

/** The files that are on their way, in the order in which they were given. */
export function useSending(): readonly Sending[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => list,
  );
}
