export { PatternsPage } from './patterns-page.tsx';
