export type { Message, MessageParam, MessageParams } from './types.ts';
