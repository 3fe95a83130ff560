export { attributeFields, isTrait } from './attribute-fields.ts';
export { comparedUnits, defaultContrast } from './compared-units.ts';
export { declaredFields } from './declared-fields.ts';
export { eventFields } from './event-fields.ts';
export { lookedBefore } from './looked-before.ts';
export { readUnitRows } from './read-unit-rows.ts';
export type { ComparedUnit, Comparison } from './types.ts';
export { accountColumns, dealColumns } from './unit-values.ts';
export { withReach } from './with-reach.ts';
