export { createDuckDbEngine, type DuckDbOptions } from './engine.ts';
