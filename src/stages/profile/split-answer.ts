/**
 * The parts of a typed answer, trimmed, empty ones dropped, each once.
 *
 * @example
 * splitAnswer('private clinic, dental clinic', /[,;\n]/); // ['private clinic', 'dental clinic']
 */
export function splitAnswer(answer: string | undefined, at: RegExp): readonly string[] {
  const parts = (answer ?? '').split(at).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}
