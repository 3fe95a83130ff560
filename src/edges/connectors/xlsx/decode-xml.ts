const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const LAST_CODE_POINT = 0x10ffff;

/**
 * Text of an XML document with its character references read: the five that XML itself knows and numbers. Any
 * other stays as it stands, so that entities which a document declares never expand.
 */
export function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#\d{1,7}|#x[0-9a-fA-F]{1,6}|\w+);/g, (whole, reference: string) => {
    if (!reference.startsWith('#')) return Object.hasOwn(named, reference) ? (named[reference] ?? '') : whole;
    const point = Number(reference.replace(/^#(x?)/, (_, hex) => (hex === '' ? '' : '0x')));
    return point > LAST_CODE_POINT ? whole : String.fromCodePoint(point);
  });
}
