import { foldText } from '../../base/expr/index.ts';
import type { Field } from '../dataset/index.ts';

const INDUSTRY = ['industry', 'sector', 'vertical', 'settore', 'branche', 'secteur', 'setor', 'industria'];
const SIZE = [
  'employees',
  'employee',
  'headcount',
  'staff',
  'fte',
  'people',
  'practitioners',
  'team size',
  'company size',
  'revenue',
  'turnover',
  'empleados',
  'plantilla',
  'dipendenti',
  'fatturato',
  'mitarbeiter',
  'umsatz',
  'effectif',
  'salaries',
  'funcionarios',
  'faturamento',
];

/**
 * What a field says about a company, as far as the rubric needs it: its industry, its size (people or turnover), or
 * something else. Canonical names first, then words of the header in six languages.
 */
export function fieldRole(name: string, fields: readonly Field[]): 'industry' | 'size' | 'other' {
  const label = fields.find((field) => field.name === name)?.label ?? '';
  const texts = [foldText(name), foldText(label)];
  if (texts.some((text) => holdsAny(text, INDUSTRY))) return 'industry';
  return texts.some((text) => holdsAny(text, SIZE)) ? 'size' : 'other';
}

function holdsAny(text: string, words: readonly string[]): boolean {
  const spaced = ` ${text} `;
  return words.some((word) => spaced.includes(` ${word} `));
}
