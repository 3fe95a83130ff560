/** What a founder filled in, question by question; empty texts are unanswered. */
export interface AnswerForm {
  readonly name: string;
  readonly offer: string;
  readonly problems: readonly string[];
  readonly industries: readonly string[];
  readonly size: { readonly low: number | null; readonly high: number | null; readonly of: string };
  readonly places: readonly string[];
  readonly uses: readonly string[];
  readonly lacks: readonly string[];
  readonly events: readonly { readonly kind: string; readonly about: string }[];
  readonly exclusions: readonly Exclusion[];
  readonly buyer: FigureForm;
  readonly user: FigureForm;
  readonly blocker: FigureForm;
}

/** Whom nobody should work on: what to know them by, and the reason. */
export interface Exclusion {
  readonly kind: 'industry' | 'size' | 'tool';
  readonly what: string;
  readonly because: string;
}

/** One figure of the committee. */
export interface FigureForm {
  readonly titles: readonly string[];
  readonly caresAbout: string;
  readonly channel: string;
}

const nobody: FigureForm = { titles: [], caresAbout: '', channel: '' };

/** A form that nobody has filled in. */
export const noAnswers: AnswerForm = {
  name: '',
  offer: '',
  problems: [],
  industries: [],
  size: { low: null, high: null, of: '' },
  places: [],
  uses: [],
  lacks: [],
  events: [],
  exclusions: [],
  buyer: nobody,
  user: nobody,
  blocker: nobody,
};

const phrases: Readonly<Record<string, string>> = {
  hired: 'hired',
  job_posted: 'job posted for',
  headcount_growth: 'headcount growth',
  funding_round: 'funding round',
  location_opened: 'location opened',
  technology_adopted: 'adopted',
  technology_dropped: 'dropped',
  leadership_change: 'leadership change',
};

/** Marks that part the answers of the command line do not occur in one. */
const plain = (text: string) => text.replaceAll(/[;,\n]+/g, ' ').trim();

/** The answers as the ten questions take them, in the words of the command line whatever language they are in. */
export function toAnswers(form: AnswerForm): Readonly<Record<string, string>> {
  const answers = {
    offer: [form.offer.replaceAll(/[:;\n]+/g, ' ').trim(), form.problems.map(plain).join('; ')]
      .filter((part) => part !== '')
      .join(': '),
    customers: form.industries.map(plain).join(', '),
    size: sizeOf(form.size),
    place: form.places.map(plain).join(', '),
    tools: [
      ...form.uses.map((tool) => `uses ${plain(tool)}`),
      ...form.lacks.map((tool) => `lacks ${plain(tool)}`),
    ].join(', '),
    signals: form.events.map(eventOf).join(', '),
    exclusions: form.exclusions.flatMap((each) => exclusionOf(each, form.size.of)).join('; '),
    buyer: figureOf(form.buyer),
    user: figureOf(form.user),
    blocker: figureOf(form.blocker),
  };
  return Object.fromEntries(Object.entries(answers).filter(([, text]) => text !== ''));
}

function sizeOf({ low, high, of }: AnswerForm['size']): string {
  const what = plain(of) === '' ? '' : ` ${plain(of)}`;
  if (low !== null && high !== null) return `${low} to ${high}${what}`;
  if (low !== null) return `${low} or more${what}`;
  return high === null ? '' : `at most ${high}${what}`;
}

function eventOf({ kind, about }: AnswerForm['events'][number]): string {
  return `${phrases[kind] ?? ''} ${plain(about)}`.trim();
}

function exclusionOf({ kind, what, because }: Exclusion, counted: string): readonly string[] {
  const reason = because.replaceAll(/[;\n]+/g, ' ').trim();
  if (what.trim() === '' || reason === '') return [];
  const said =
    kind === 'size'
      ? `at most ${what} ${plain(counted)}`
      : kind === 'tool'
        ? `uses ${plain(what)}`
        : plain(what);
  return [`${said.trim()} because ${reason}`];
}

function figureOf({ titles, caresAbout, channel }: FigureForm): string {
  if (titles.length === 0) return '';
  const cares = caresAbout.trim() === '' ? '' : `: ${caresAbout.trim()}`;
  return `${titles.map(plain).join(', ')}${cares}${channel.trim() === '' ? '' : ` via ${channel.trim()}`}`;
}
