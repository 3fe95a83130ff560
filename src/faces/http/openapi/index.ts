export { apiDocument } from './api-document.ts';
export { apiPage } from './api-page.ts';
export { apiPrefix } from './api-prefix.ts';
