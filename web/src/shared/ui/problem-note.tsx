import { Alert } from '@mantine/core';
import { useProblemWords } from './use-problem-words.ts';

/** What went wrong and what to do, beside what was tried; nothing when nothing did. */
export function ProblemNote({ error }: { readonly error: unknown }) {
  const words = useProblemWords();
  if (error === null || error === undefined) return null;
  const { message, remedy } = words(error);
  return (
    <Alert color="red" variant="light" title={message} mt="sm">
      {remedy}
    </Alert>
  );
}
