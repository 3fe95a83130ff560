export { darkColors, lightColors } from './color-tokens.ts';
export { escapeHtml } from './escape-html.ts';
export { renderHtml } from './render-html.ts';
export { renderMarkdown } from './render-markdown.ts';
export { type PageTextStyle, renderText } from './render-text.ts';
export { type SearchSheet, searchSheet } from './search-sheet.ts';
