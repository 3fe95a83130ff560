import { BestfitError } from '../../../base/errors/index.ts';
import type { Layer, TableName } from '../../../stages/dataset/index.ts';
import { fileTables } from '../file-tables.ts';
import { choiceOption, textOption } from '../options.ts';
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
    {
      flags: '--merge <old=new>',
      description: 'write one value as another; OLD= makes it unknown',
      repeat: true,
    },
  ],
  examples: [
    { run: 'bestfit field industry', does: 'what it holds and how well it is known' },
    {
      run: 'bestfit field onboarding_score --known after',
      does: 'it explains nothing: discovery leaves it out',
    },
    {
      run: 'bestfit field industry --merge "bakry=bakery" --merge "n.a.="',
      does: 'two spellings become one, a filler becomes unknown; `bestfit undo` takes it back',
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
  const merge = (options.merge as readonly string[]).map(spellingOf);
  return {
    ...(known === null ? {} : { known }),
    ...(layer === null ? {} : { layer }),
    ...(label === null ? {} : { label }),
    ...(currency === null ? {} : { currency }),
    ...(merge.length === 0 ? {} : { merge }),
  };
}

function spellingOf(text: string): { readonly from: string; readonly to: string } {
  const at = text.indexOf('=');
  if (at <= 0) {
    throw new BestfitError('usage.bad-option', { option: '--merge', value: text, expected: 'OLD=NEW' });
  }
  return { from: text.slice(0, at), to: text.slice(at + 1) };
}
