const LABELS: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 (big-endian)',
  'windows-1252': 'Windows-1252',
};

/** The name of an encoding for people, from that of the Encoding Standard: `UTF-16` for `utf-16le`. */
export function encodingLabel(encoding: string): string {
  return LABELS[encoding] ?? encoding;
}
