import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { postPreview } from '../../api/generated/sdk.gen.ts';
import type { AskedImport, FilesPreview } from '../../api/generated/types.gen.ts';
import { ask } from '../../shared/api/index.ts';
import { forgetSent, type Sending } from './sending.ts';

/** The uploads behind a preview: each lies in a folder of its own name. */
export function uploadsOf({ files }: FilesPreview): readonly string[] {
  const ids = files.map(({ path }) => /[\\/]uploads[\\/]([0-9a-f]{16})[\\/]/.exec(path)?.[1]);
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** Asks how files would be read, and shows the answer at an address of its own. */
export function useAskPreview() {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: AskedImport) => ask(postPreview({ body })),
    onSuccess: (job, { uploads = [] }) => {
      forgetSent(uploads);
      void navigate({ to: '/data', search: (before) => ({ ...before, preview: job.id }) });
    },
  });
}

/** As soon as every file has arrived, asks how all would be read; those of an open preview stay with them. */
export function usePreviewWhenSent(files: readonly Sending[], open: FilesPreview | null) {
  const { mutate, isPending, error } = useAskPreview();
  const arrived = files.flatMap(({ upload }) => (upload === null ? [] : [upload.id]));
  const isComplete = arrived.length > 0 && files.every((file) => file.upload !== null || file.error !== null);
  const before = open === null ? '' : uploadsOf(open).join();
  const uploads = [...(before === '' ? [] : before.split(',')), ...arrived].join();
  useEffect(() => {
    if (isComplete && !isPending && error === null) mutate({ uploads: uploads.split(',') });
  }, [isComplete, isPending, error, mutate, uploads]);
  return error;
}
