import type { Connector } from '../../api/generated/types.gen.ts';

/** What was filled in, apart: where the API is, and the secrets with all else that is kept sealed. */
export function secretsOf(
  { needs }: Connector,
  values: Readonly<Record<string, string>>,
): { readonly origin: string | null; readonly secrets: Record<string, string> } {
  const filled = needs.flatMap(({ name }) => {
    const value = (values[name] ?? '').trim();
    return value === '' ? [] : [[name, value] as const];
  });
  const secrets = Object.fromEntries(filled.filter(([name]) => name !== 'origin'));
  return { origin: filled.find(([name]) => name === 'origin')?.[1] ?? null, secrets };
}
