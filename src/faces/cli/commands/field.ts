import { BestfitError } from '../../../base/errors/index.ts';
import type { Scalar } from '../../../base/expr/index.ts';
import type { Layer, TableName } from '../../../stages/dataset/index.ts';
import { fileTables } from '../file-tables.ts';
import { absentOption, absentWords, choiceOption, textOption } from '../options.ts';
import type { CommandOutput, CommandSpec, Invocation } from '../types.ts';

const layers: readonly Layer[] = [
  'firmographic',
  'technographic',
  'behavioural',
  'committee',
  'demographic',
  'psychographic',
  'geographic',
  'outcome',
];

const tables: readonly TableName[] = [...fileTables, 'observations'];

/** The command `bestfit field`. */
export const fieldCommand: CommandSpec = {
  name: 'field',
  summary: 'show one field, or say what it is: when it is known, its layer, which spellings are one',
  arguments: [{ name: '<name>', description: 'the field, as `bestfit quality` lists it' }],
  options: [
    { flags: '--table <table>', description: 'the table, when several have a field of that name' },
    { flags: '--known <when>', description: 'before: known before the sale; after: only after it' },
    { flags: '--layer <layer>', description: `the layer of the page: ${layers.join(', ')}` },
    { flags: '--label <text>', description: 'how the field is shown' },
    { flags: '--currency <code>', description: 'the currency of sums that carry none, e.g. EUR' },
    { flags: '--absent <what>', description: `of \`outcome\`: ${absentWords}`, repeat: true },
    {
      flags: '--signals <onoff>',
      description: 'off: its changes between dated imports are no signals; on: they are',
    },
    {
      flags: '--merge <old=new>',
      description: 'write one value as another; OLD= makes it unknown',
      repeat: true,
    },
    {
      flags: '--between <low..high>',
      description: 'numbers or days that can be right; all others are unknown; an open end: 1.. or ..5000',
    },
    { flags: '--unknown <value>', description: 'a number or day that stands for nothing', repeat: true },
    { flags: '--times <factor>', description: 'a factor on every number: 1000 for a file in thousands' },
    {
      flags: '--from <file>',
      description: 'whom to trust where several files fill the field: once per file, most trusted first',
      repeat: true,
    },
    {
      flags: '--one <value>',
      description: 'of `domain` or `name`: the accounts that share this value are one account; kept',
      repeat: true,
    },
    { flags: '--apart <value>', description: 'they stay several, and are no question', repeat: true },
    { flags: '--source <file>', description: 'the one file that is meant, when several fill the field' },
  ],
  examples: [
    { run: 'bestfit field industry', does: 'what it holds and how well it is known' },
    {
      run: 'bestfit field onboarding_score --known after',
      does: 'it explains nothing: discovery leaves it out',
    },
    {
      run: 'bestfit field signals.kind --signals off',
      does: 'a job posting that is listed no more says nothing; `on` takes it back',
    },
    {
      run: 'bestfit field segment --signals on',
      does: 'a company put into another segment is an event at it: by itself that is not assumed',
    },
    {
      run: 'bestfit field industry --merge "bakry=bakery" --merge "n.a.="',
      does: 'two spellings become one, a filler becomes unknown; `bestfit undo` takes it back',
    },
    {
      run: 'bestfit field employees --from crm.csv --from list.csv',
      does: 'where both know it, crm.csv counts; unknown never replaces known',
    },
    {
      run: 'bestfit field domain --one acme.com',
      does: 'the accounts with this web domain are one: the smallest id, with what the others know',
    },
    { run: 'bestfit field employees --between 1..50000', does: 'a figure beyond is a slip: unknown' },
    { run: 'bestfit field started_on --unknown 1900-01-01', does: 'a placeholder is no date' },
    {
      run: 'bestfit field outcome --absent lost-after:90',
      does: 'a lead without a deal was lost 90 days after it came; younger ones are open',
    },
  ],
  run: async (invocation) => {
    const decision = decisionOf(invocation.options);
    return Object.keys(decision).length === 0 ? show(invocation) : change(invocation, decision);
  },
};

async function show({ workspace, asOf, style, ...given }: Invocation): Promise<CommandOutput> {
  const { withWorkspace } = await import('../../../app/compose.ts');
  const { showField } = await import('../../../app/show-field.ts');
  const { fieldText } = await import('../render/field-text.ts');
  const shown = await withWorkspace(workspace, { create: false }, (ws) =>
    showField(ws, { ...nameOf(given), asOf }),
  );
  return { json: shown, text: () => fieldText(shown, style) };
}

async function change(
  { workspace, now, style, ...given }: Invocation,
  decision: ReturnType<typeof decisionOf>,
): Promise<CommandOutput> {
  const { withWorkspace } = await import('../../../app/compose.ts');
  const { setField } = await import('../../../app/set-field.ts');
  const { fieldChangeText } = await import('../render/field-text.ts');
  const changed = await withWorkspace(workspace, { create: false }, (ws) =>
    setField(ws, { ...nameOf(given), ...decision, at: now }),
  );
  return { json: changed, text: () => fieldChangeText(changed, style) };
}

function nameOf({ args, options }: Pick<Invocation, 'args' | 'options'>) {
  return { field: String(args[0]), table: choiceOption(options, 'table', tables) };
}

function decisionOf(options: Invocation['options']) {
  const known = choiceOption(options, 'known', ['before', 'after'] as const);
  const layer = choiceOption(options, 'layer', layers);
  const label = textOption(options, 'label');
  const currency = textOption(options, 'currency');
  const signals = choiceOption(options, 'signals', ['on', 'off'] as const);
  const merge = (options.merge as readonly string[]).map(spellingOf);
  const absent = absentOption(options);
  const from = options.from as readonly string[];
  const [one, apart] = [options.one, options.apart] as (readonly string[])[];
  return {
    ...(one === undefined || one.length === 0 ? {} : { one }),
    ...(apart === undefined || apart.length === 0 ? {} : { apart }),
    ...(from.length === 0 ? {} : { from }),
    ...(absent.length === 0 ? {} : { absent }),
    ...(known === null ? {} : { known }),
    ...(layer === null ? {} : { layer }),
    ...(label === null ? {} : { label }),
    ...(currency === null ? {} : { currency }),
    ...(signals === null ? {} : { signals: signals === 'on' }),
    ...(merge.length === 0 ? {} : { merge }),
    ...rulesOf(options),
  };
}

function rulesOf(options: Invocation['options']) {
  const between = textOption(options, 'between');
  const unknown = (options.unknown as readonly string[]).map(scalarOf);
  const times = textOption(options, 'times');
  const source = textOption(options, 'source');
  return {
    ...(between === null ? {} : { between: rangeOf(between) }),
    ...(unknown.length === 0 ? {} : { unknown }),
    ...(times === null ? {} : { times: factorOf(times) }),
    ...(source === null ? {} : { source }),
  };
}

/** A number where it reads as one, else the text: a day. */
function scalarOf(text: string): Scalar {
  const number = Number(text.replaceAll(',', ''));
  return text.trim() === '' || Number.isNaN(number) ? text.trim() : number;
}

function rangeOf(text: string): { readonly low: Scalar | null; readonly high: Scalar | null } {
  const [low, high, ...more] = text.split('..').map((end) => (end.trim() === '' ? null : scalarOf(end)));
  const given = [low, high].filter((end) => end !== null && end !== undefined);
  const ordered = given.length < 2 || (given[0] as Scalar) <= (given[1] as Scalar);
  if (low === undefined || high === undefined || more.length > 0 || given.length === 0 || !ordered)
    throw new BestfitError('usage.bad-option', {
      option: '--between',
      value: text,
      expected: 'LOW..HIGH, such as 1..5000 or 2015-01-01..',
    });
  return { low, high };
}

function factorOf(text: string): number {
  const factor = scalarOf(text);
  if (typeof factor === 'number' && factor > 0 && Number.isFinite(factor)) return factor;
  throw new BestfitError('usage.bad-option', {
    option: '--times',
    value: text,
    expected: 'a number above 0',
  });
}

function spellingOf(text: string): { readonly from: string; readonly to: string } {
  const at = text.indexOf('=');
  if (at <= 0) {
    throw new BestfitError('usage.bad-option', { option: '--merge', value: text, expected: 'OLD=NEW' });
  }
  return { from: text.slice(0, at), to: text.slice(at + 1) };
}
