export { duckDbDialect } from './dialect.ts';
export { createDuckDbEngine, type DuckDbOptions } from './engine.ts';
