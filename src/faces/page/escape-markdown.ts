/** A text made plain inside Markdown: on one line, without markup, links or HTML of its own. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|#~$&]/g, (character) => `\\${character}`)
    .replace(/^(\s*)([-+=]|\d+[.)])/, '$1\\$2');
}
