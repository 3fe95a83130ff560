import type { AbsenceSaid } from '../../app/import-files.ts';
import { BestfitError } from '../../base/errors/index.ts';
import { isDate } from '../../base/expr/index.ts';
import { parseAbsence } from '../../stages/dataset/index.ts';
import type { Contrast } from '../../stages/discovery/index.ts';
import { type Exclusion, exclusions } from '../../stages/list/index.ts';
import { type ComponentName, defaultWeights } from '../../stages/value/index.ts';
import type { Invocation, OptionSpec } from './types.ts';

type Options = Invocation['options'];

const componentNames = defaultWeights.map((component) => component.name);

/** The outcomes that groups can be compared by, the usual one first. */
export const contrasts = [
  'best-rest',
  'won-lost',
  'churned-kept',
  'customers-market',
] as const satisfies readonly Contrast[];

/** Options that several commands share, declared once. */
export const sharedOptions = {
  contrast: {
    flags: '--contrast <which>',
    description: `${contrasts.join(', ')} (default: by what was imported)`,
  },
  profile: { flags: '--profile <name>', description: 'which profile (default: the published one)' },
  version: { flags: '--version-of <n>', description: 'an older version of the profile' },
  seed: { flags: '--seed <n>', description: 'random seed (default: from the data, so results repeat)' },
  include: {
    flags: '--include <groups>',
    description: `keep groups that are left out: ${exclusions.join(', ')}`,
  },
  since: {
    flags: '--since <date>',
    description: 'only deals created, or customers who started, from then on',
  },
  until: { flags: '--until <date>', description: 'only deals created, or customers who started, up to then' },
  last: { flags: '--last <n>', description: 'only the customers who started last (the guide: 20 to 30)' },
} as const satisfies Record<string, OptionSpec>;

/** Options of the commands that change a page and show first what it would change. */
export const saveOptions: readonly OptionSpec[] = [
  { flags: '--save', description: 'keep it as a new version of the page, published when this one is' },
  { flags: '--why <text>', description: 'why, kept with the version' },
];

/** A text option, or null when it was not given. */
export function textOption(options: Options, name: string): string | null {
  const value = options[name];
  return typeof value === 'string' ? value : null;
}

/** A whole number of at least `least`, or null when the option was not given. */
export function countOption(options: Options, name: string, least = 0): number | null {
  const text = textOption(options, name);
  if (text === null) return null;
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw refusal(name, text, `a whole number of at least ${least}`);
}

/** A day as `YYYY-MM-DD`, or null when the option was not given. */
export function dateOption(options: Options, name: string): string | null {
  const text = textOption(options, name);
  if (text === null || isDate(text)) return text;
  throw refusal(name, text, 'a date such as 2026-09-30');
}

/** A share as `5%` or `.05`, over 0 and under 1 (with `whole` up to it); null when the option was not given. */
export function shareOption(options: Options, name: string, { whole = false } = {}): number | null {
  const text = textOption(options, name);
  if (text === null) return null;
  const percent = /^(\d+(?:\.\d+)?|\.\d+)%$/.exec(text.trim())?.[1];
  const share = percent === undefined ? Number(text) : Number(percent) / 100;
  if (share > 0 && (share < 1 || (whole && share === 1))) return share;
  throw refusal(
    name,
    text,
    whole ? 'a share such as 80%, over 0% and up to 100%' : 'a share such as 5% or 0.05',
  );
}

/** One of a fixed set of words, or null when the option was not given. */
export function choiceOption<T extends string>(
  options: Options,
  name: string,
  choices: readonly T[],
): T | null {
  const text = textOption(options, name);
  if (text === null) return null;
  if ((choices as readonly string[]).includes(text)) return text as T;
  throw refusal(name, text, `one of ${choices.join(', ')}`);
}

/** Which groups to compare, or null when the option was not given. */
export function contrastOption(options: Options): Contrast | null {
  return choiceOption(options, 'contrast', contrasts);
}

/** Several words out of a fixed set, separated by commas. */
function choicesOption<T extends string>(
  options: Options,
  name: string,
  choices: readonly T[],
): readonly T[] {
  const text = textOption(options, name);
  if (text === null) return [];
  return text.split(',').map((part) => choiceOption({ [name]: part.trim() }, name, choices)!);
}

/** What `--absent` takes. */
export const absentWords =
  'what it means that a lead has no deal that ended: lost, open, or lost-after:N (days)';

/** What rows without a deal mean: `WHAT` for all files, `FILE=WHAT` for one. */
export function absentOption(options: Options): readonly AbsenceSaid[] {
  return ((options.absent ?? []) as readonly string[]).map((text) => {
    const at = text.lastIndexOf('=');
    const absence = parseAbsence(text.slice(at + 1));
    if (absence === null) throw refusal('absent', text, 'lost, open, or lost-after:N with N days');
    return { file: at === -1 ? null : text.slice(0, at), value: absence };
  });
}

/** Groups to keep on the list. */
function includeOption(options: Options): readonly Exclusion[] {
  return choicesOption(options, 'include', exclusions);
}

/** What scoring is asked for, by every command that scores. */
export function scoringOptions({ options, asOf, now, progress }: Invocation) {
  return {
    profile: textOption(options, 'profile'),
    version: countOption(options, 'versionOf', 1),
    include: includeOption(options),
    asOf,
    at: now,
    onProgress: progress,
  };
}

/** Whether a changed page is to be kept, by whom and why; a reason without `--save` would be lost. */
export function savingOptions({ options, now, by }: Invocation) {
  const why = textOption(options, 'why');
  const save = options.save === true;
  if (why !== null && !save)
    throw new BestfitError('usage.incomplete', {
      command: 'scorecard',
      needs: '`--save` beside `--why`',
    });
  return { save, by, why, at: now };
}

/** Which accounts of the queue are asked for. */
export function queueOptions(options: Options) {
  return {
    tiers: choicesOption(options, 'tier', ['A', 'B', 'C', 'D']),
    plays: choicesOption(options, 'play', ['call today', 'careful', 'sequence', 'out']),
    owner: textOption(options, 'owner'),
  };
}

/** Weights given as `contract_value=3,tenure=0`. */
export function weightsOption(options: Options): Readonly<Partial<Record<ComponentName, number>>> {
  const text = textOption(options, 'weights');
  if (text === null) return {};
  const pairs = text.split(',').map((part) => {
    const [name = '', amount = ''] = part.split('=').map((piece) => piece.trim());
    const weight = Number(amount);
    if (amount === '' || !Number.isFinite(weight) || weight < 0) {
      throw refusal('weights', part, 'NAME=WEIGHT with a weight of 0 or more');
    }
    return [choiceOption({ weights: name }, 'weights', componentNames)!, weight] as const;
  });
  return Object.fromEntries(pairs);
}

function refusal(name: string, value: string, expected: string): BestfitError {
  const option = `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return new BestfitError('usage.bad-option', { option, value, expected });
}
