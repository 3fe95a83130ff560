import { decodeXml } from './decode-xml.ts';

const patterns = new Map<string, RegExp>();

/**
 * Value of an attribute in the text between a tag's name and its end; null when it is not there. A prefix does not
 * count: `r:id` is found as `id`.
 */
export function xmlAttribute(attributes: string, name: string): string | null {
  let pattern = patterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  const found = pattern.exec(attributes);
  return found === null ? null : decodeXml(found[1] ?? found[2] ?? '');
}
