import { join, sep } from 'node:path';

const id = /^[0-9a-f]{16}[\\/]/;

/** What is said of uploaded files names them as their owner knows them: without where they are kept. */
export function withoutUploads<T>(said: T, workspace: string): T {
  const folder = join(workspace, 'data', 'uploads') + sep;
  const strip = (value: unknown): unknown => {
    if (typeof value === 'string') return shortened(value, folder);
    if (Array.isArray(value)) return value.map(strip);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, strip(inner)]));
  };
  return strip(said) as T;
}

function shortened(text: string, folder: string): string {
  const [first = '', ...rest] = text.split(folder);
  return first + rest.map((part) => part.replace(id, '')).join('');
}
