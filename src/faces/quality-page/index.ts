export { renderQualityHtml } from './render-quality-html.ts';
