export { conditionSchema } from './condition-schema.ts';
export { fieldKindSchema } from './field-kind-schema.ts';
export { heldSchema } from './held-schema.ts';
export { judgementSchema } from './judgement-schema.ts';
export { layerSchema } from './layer-schema.ts';
export { fileKindSchema, tableSchema } from './table-schema.ts';
export { usageSchema } from './usage-schema.ts';
