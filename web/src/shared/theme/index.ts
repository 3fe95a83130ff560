export { schemeManager } from './scheme-manager.ts';
export { cssVariables, theme } from './theme.ts';
