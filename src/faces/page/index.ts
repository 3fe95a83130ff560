export { renderHtml } from './render-html.ts';
export { renderMarkdown } from './render-markdown.ts';
export { type PageTextStyle, renderText } from './render-text.ts';
export { type SearchSheet, searchSheet } from './search-sheet.ts';
