let handed: readonly File[] = [];

/** Hands files that were dropped on one page to the page that brings them in. */
export function handFiles(files: readonly File[]): void {
  handed = files;
}

/** Takes what was handed over, once. */
export function takeFiles(): readonly File[] {
  const taken = handed;
  handed = [];
  return taken;
}
