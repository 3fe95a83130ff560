export { inertName, inertText, isFormula } from './inert-text.ts';
export { plainCells } from './plain-cells.ts';
export { type FileMark, type WriteWholeOptions, writeWhole } from './write-whole.ts';
export { sheetLimits, tooManyRows, writeXlsx } from './write-xlsx.ts';
