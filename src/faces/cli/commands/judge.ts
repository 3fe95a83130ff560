import { BestfitError } from '../../../base/errors/index.ts';
import { readCondition } from '../../../base/expr/index.ts';
import { laterCustomers } from '../../../stages/discovery/index.ts';
import { plural } from '../../words/index.ts';
import { textOption } from '../options.ts';
import type { CommandSpec } from '../types.ts';

/** The command `bestfit judge`. */
export const judgeCommand: CommandSpec = {
  name: 'judge',
  summary: 'record what sales or support know of an account, or a belief to be tested',
  arguments: [{ name: '[account]', description: 'account id, domain or name' }],
  options: [
    {
      flags: '--kind <kind>',
      description:
        'of an account: should-count, should-not-count, easy-to-serve, hard-to-serve, ...; of a pattern: agree, disagree; note of either',
      default: 'note',
    },
    {
      flags: '--team <team>',
      description: 'who knows it: sales, support, product, marketing',
      default: 'sales',
    },
    { flags: '--because <reason>', description: 'the reason in one sentence' },
    {
      flags: '--pattern <id>',
      description: 'judge a pattern of a discovery in place of an account',
    },
    {
      flags: '--believe <condition>',
      description: 'a trait you believe in, before looking: tested with far more power than a search',
    },
  ],
  examples: [
    {
      run: 'bestfit judge acme.example --kind hard-to-serve --team support --because "three escalations a month"',
      does: 'stands beside the figures of this account',
    },
    {
      run: 'bestfit judge --pattern p-0abc123 --kind agree --team sales --because "our partner is there"',
      does: 'stands beside the figures of this pattern',
    },
    {
      run: `bestfit judge --believe "{ field: industry, any: [dental clinic] }"`,
      does: 'recorded before discovery looks; its evidence is then judged on its own',
    },
  ],
  run: async ({ workspace, args, options, by, now }) => {
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { declareHypothesis, judge } = await import('../../../app/judge.ts');
    const belief = textOption(options, 'believe');
    if (belief !== null) {
      const condition = readCondition(await beliefOf(belief), '--believe');
      const said = await withWorkspace(workspace, { create: true }, (ws) =>
        declareHypothesis(ws, { condition, by, on: now }),
      );
      return { json: said, text: () => beliefText(said.seen) };
    }
    const request = {
      account: (args[0] ?? null) as string | null,
      pattern: textOption(options, 'pattern'),
      kind: String(options.kind),
      team: String(options.team),
      reason: textOption(options, 'because') ?? '',
      by,
      on: now,
    };
    if (request.reason === '' || (request.account === null) === (request.pattern === null)) {
      throw new BestfitError('usage.incomplete', {
        command: 'judge',
        needs: 'an account or --pattern, and --because with the reason; or --believe with a condition',
      });
    }
    const said = await withWorkspace(workspace, { create: false }, (ws) => judge(ws, request));
    const what = said.accountId ?? `pattern ${said.pattern}`;
    return { json: said, text: () => `Noted: ${said.team} says ${said.kind} of ${what}: ${said.reason}` };
  },
};

async function beliefOf(text: string): Promise<unknown> {
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text);
  if (document.errors.length === 0) return document.toJS();
  throw new BestfitError('usage.bad-option', {
    option: '--believe',
    value: text,
    expected: 'one condition in braces, e.g. "{ field: industry, any: [dental clinic] }"',
  });
}

function beliefText(seen: number): string {
  return seen === 0
    ? 'Noted before looking: the next discovery tests it in a family of its own.'
    : `Noted. Discovery has already looked at ${plural(seen, 'account')}: the belief is tested on those who come later, about ${laterCustomers} of them settle it 3 times in 4, if 3 in 4 of one group and 3 in 10 of the other have it.`;
}
