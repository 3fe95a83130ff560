/** The scopes that a token would need, as HubSpot's 403 lists them; null when it names none. */
export function missingScopes(body: unknown): string | null {
  const { context } = (body ?? {}) as { readonly context?: { readonly requiredGranularScopes?: unknown } };
  const scopes = context?.requiredGranularScopes;
  return Array.isArray(scopes) && scopes.length > 0 ? scopes.join(', ') : null;
}
