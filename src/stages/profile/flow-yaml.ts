const PLAIN = /^(?:[\p{L}_]|\d+ \p{L})[\p{L}\p{M}\p{N}_ .;?!+/&%()'’-]*$/u;
const RESERVED = /^(true|false|null|yes|no|on|off|y|n)$/i;
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff]/g;

/**
 * Writes a plain value on one line of YAML: texts bare where every YAML reader takes them as texts, else in
 * double quotes. Keys whose value is undefined are left out.
 *
 * @example
 * flowYaml({ field: 'industry', any: ['private clinic'], points: 3 });
 * // '{ field: industry, any: [private clinic], points: 3 }'
 */
export function flowYaml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowYaml).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return `{ ${flowPairs(value).join(', ')} }`;
  if (typeof value === 'string') return scalar(value);
  return String(value);
}

/** The `key: value` pairs of a mapping, each on one line. */
export function flowPairs(value: object): readonly string[] {
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => `${key}: ${flowYaml(item)}`);
}

function scalar(text: string): string {
  if (PLAIN.test(text) && !text.endsWith(' ') && !RESERVED.test(text)) return text;
  return JSON.stringify(text).replace(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
