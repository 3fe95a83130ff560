import { formatDuration } from './format-duration.ts';
import type { SignalKind } from './signal-kinds.ts';
import type { SignalMatch } from './types.ts';

/** Words of one kind: what happened, and what there is to look for. */
interface Words {
  readonly happened: string;
  /** With a subject: `{}` stands for it. */
  readonly happenedAbout: string;
  readonly lookFor: string;
  readonly lookForAbout: string;
}

const WORDS: Readonly<Record<SignalKind, Words>> = {
  hired: {
    happened: 'hired',
    happenedAbout: 'hired {}',
    lookFor: 'recent hires',
    lookForAbout: 'recent hires ({})',
  },
  job_posted: {
    happened: 'posted a job',
    happenedAbout: 'posted a job in {}',
    lookFor: 'job posts',
    lookForAbout: 'job posts ({})',
  },
  headcount_growth: {
    happened: 'headcount grew',
    happenedAbout: 'headcount grew in {}',
    lookFor: 'headcount growth',
    lookForAbout: 'headcount growth ({})',
  },
  funding_round: {
    happened: 'raised funding',
    happenedAbout: 'raised funding ({})',
    lookFor: 'funding rounds',
    lookForAbout: 'funding rounds ({})',
  },
  location_opened: {
    happened: 'opened a location',
    happenedAbout: 'opened a location ({})',
    lookFor: 'new locations',
    lookForAbout: 'new locations ({})',
  },
  technology_adopted: {
    happened: 'adopted a new tool',
    happenedAbout: 'adopted {}',
    lookFor: 'tools adopted',
    lookForAbout: 'adoption of {}',
  },
  technology_dropped: {
    happened: 'dropped a tool',
    happenedAbout: 'dropped {}',
    lookFor: 'tools dropped',
    lookForAbout: 'dropping of {}',
  },
  leadership_change: {
    happened: 'leadership changed',
    happenedAbout: 'leadership changed ({})',
    lookFor: 'leadership changes',
    lookForAbout: 'leadership changes ({})',
  },
  custom: {
    happened: 'any custom event',
    happenedAbout: '{}',
    lookFor: 'custom events',
    lookForAbout: '{}',
  },
};

/** A signal in words: `hired administration in the last 6 months`. */
export function describeSignal({ kind, about, within, minStrength }: SignalMatch): string {
  const words = wordsOf(kind);
  const happened = about === null ? words.happened : fill(words.happenedAbout, about);
  const strength = minStrength === null ? '' : `, strength ${minStrength} or more`;
  return `${happened}${within === null ? '' : ` in the last ${formatDuration(within)}`}${strength}`;
}

/** What to look for when a signal is unknown: `recent hires (administration)`. */
export function signalSubject({ kind, about }: SignalMatch): string {
  const words = wordsOf(kind);
  return about === null ? words.lookFor : fill(words.lookForAbout, about);
}

function wordsOf(kind: string): Words {
  return WORDS[kind as SignalKind] ?? WORDS.custom;
}

function fill(words: string, about: string): string {
  return words.split('{}').join(about);
}
