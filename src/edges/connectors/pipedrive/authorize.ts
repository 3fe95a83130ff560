const bearer = 'Bearer ';

/**
 * Headers that carry a token. A person's own token has a header to itself; an app's access token is kept with its
 * scheme before it (see `refreshToken`), which tells the two apart.
 */
export function authorize(token: string): Readonly<Record<string, string>> {
  return token.startsWith(bearer) ? { authorization: token } : { 'x-api-token': token };
}
