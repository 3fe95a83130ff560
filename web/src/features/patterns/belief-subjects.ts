import type { BeliefChoices } from '../../api/generated/types.gen.ts';
import { eventWords, type Speech } from '../../shared/words/index.ts';

/** Something that a belief may be about, and the ways to say what it is. */
export type BeliefSubject =
  | {
      readonly kind: 'values';
      readonly value: string;
      readonly label: string;
      readonly field: string;
      readonly values: readonly string[];
      readonly isBoolean: boolean;
    }
  | {
      readonly kind: 'range';
      readonly value: string;
      readonly label: string;
      readonly field: string;
      readonly low: number | null;
      readonly high: number | null;
    }
  | {
      readonly kind: 'tool';
      readonly value: string;
      readonly label: string;
      readonly tool: Record<string, string>;
    }
  | {
      readonly kind: 'signal';
      readonly value: string;
      readonly label: string;
      readonly signal: Record<string, string>;
    };

/** Subjects of one sort under one heading. */
export interface SubjectGroup {
  readonly group: string;
  readonly items: readonly BeliefSubject[];
}

type T = (key: string) => string;

/** What a belief may be about, under headings; dates and free texts are left to the command line. */
export function beliefSubjects(choices: BeliefChoices, speech: Speech, t: T): readonly SubjectGroup[] {
  const groups: readonly SubjectGroup[] = [
    { group: t('belief.fields'), items: choices.fields.flatMap((field) => fieldSubject(field, speech)) },
    {
      group: t('belief.tools'),
      items: [
        ...choices.categories.map((category) => toolSubject({ category })),
        ...choices.technologies.map((technology) => toolSubject({ technology })),
      ],
    },
    {
      group: t('belief.signals'),
      items: choices.signals.flatMap((signal) => signalSubjects(signal, speech)),
    },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

function fieldSubject(
  { field, kind, values, range }: BeliefChoices['fields'][number],
  speech: Speech,
): readonly BeliefSubject[] {
  const base = { value: `field ${field}`, label: speech.labelOf(field), field };
  if (kind === 'boolean') return [{ kind: 'values', ...base, values: ['true', 'false'], isBoolean: true }];
  if (kind === 'category' || kind === 'set')
    return values.length === 0 ? [] : [{ kind: 'values', ...base, values, isBoolean: false }];
  if (kind === 'number' || kind === 'money' || kind === 'year') {
    const end = (of: unknown) => (typeof of === 'number' ? of : null);
    return [{ kind: 'range', ...base, low: end(range?.low), high: end(range?.high) }];
  }
  return [];
}

function toolSubject(tool: Record<string, string>): BeliefSubject {
  const name = Object.values(tool).join(' ');
  return { kind: 'tool', value: `tool ${Object.keys(tool).join('')} ${name}`, label: name, tool };
}

function signalSubjects(
  { kind, abouts }: BeliefChoices['signals'][number],
  speech: Speech,
): readonly BeliefSubject[] {
  return [null, ...abouts].map((about) => ({
    kind: 'signal',
    value: `signal ${kind} ${about ?? ''}`,
    label: eventWords(speech, { kind, about }),
    signal: { kind, ...(about === null ? {} : { about }) },
  }));
}
