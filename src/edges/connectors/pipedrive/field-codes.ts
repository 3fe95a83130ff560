/** True for the code of a field that the account made itself: 40 hexadecimal digits. */
export function isCustomCode(code: string): boolean {
  return /^[0-9a-f]{40}$/.test(code);
}

/** A field's name (`address.country`) in two: the code that the API knows and the part of its value, or null. */
export function splitName(name: string): { readonly code: string; readonly part: string | null } {
  const point = name.indexOf('.');
  return point === -1
    ? { code: name, part: null }
    : { code: name.slice(0, point), part: name.slice(point + 1) };
}
