import { fieldsOf, foldText } from '../../base/expr/index.ts';
import type { Finding, FitLine, Profile } from './types.ts';

const PERSONAL_LAYERS: readonly FitLine['layer'][] = ['committee', 'demographic', 'psychographic'];
const PERSONAL_FIELDS = [
  'title',
  'job title',
  'job',
  'role',
  'age',
  'gender',
  'seniority',
  'education',
  'hobbies',
];

/** A company profile whose lines all describe people is a buyer persona under another name. */
export function lintPersona({ kind, fit }: Profile): readonly Finding[] {
  if (kind === 'person' || fit.length === 0 || !fit.every(isPersonal)) return [];
  return [
    {
      rule: 'persona',
      code: 'persona',
      params: {},
      severity: 'error',
      message: 'Every line describes a person: this is a buyer persona, not the profile of a company.',
      remedy:
        'Say first which companies (industry, size, tools); put the people under `committee`, or set `kind: person`.',
      path: 'fit',
    },
  ];
}

function isPersonal({ layer, condition }: FitLine): boolean {
  if (PERSONAL_LAYERS.includes(layer)) return true;
  const fields = fieldsOf(condition);
  return fields.length > 0 && fields.every((field) => PERSONAL_FIELDS.includes(foldText(field)));
}
