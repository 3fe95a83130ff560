/** Lets a reader such as `head` stop early: what is written to its closed pipe is lost, not an error. */
export function forgiveClosedPipe(): void {
  if (!process.stdout.listeners('error').includes(onError)) process.stdout.on('error', onError);
}

function onError(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
