import { BestfitError } from '../../../base/errors/index.ts';
import type { ProfileAnswers } from '../../../stages/profile/index.ts';
import { textOption } from '../options.ts';
import { readYaml } from '../read-yaml.ts';
import type { CommandSpec } from '../types.ts';

/** The command `bestfit profile new`. */
export const profileNewCommand: CommandSpec = {
  name: 'new',
  summary: 'write a first page from ten answers, without data; each campaign then tests it',
  options: [
    { flags: '--profile <name>', description: 'name of the profile', default: 'Our first profile' },
    {
      flags: '--answers <file>',
      description: 'answers as YAML or JSON (see --questions), in place of asking',
    },
    { flags: '--questions', description: 'print the ten questions as a file to fill in' },
  ],
  examples: [
    { run: 'bestfit profile new', does: 'asks the ten questions' },
    { run: 'bestfit profile new --questions > answers.yaml', does: 'the questions as a file' },
    { run: 'bestfit profile new --answers answers.yaml', does: 'the page from the filled-in file' },
  ],
  run: async ({ workspace, options, asOf, now, by, style }) => {
    const { profileQuestions } = await import('../../../stages/profile/index.ts');
    if (options.questions === true) {
      const { questionsFile } = await import('../render/questions-file.ts');
      return { json: profileQuestions, text: () => questionsFile(profileQuestions) };
    }
    const file = textOption(options, 'answers');
    const answers = file === null ? await askAll() : await readAnswers(file);
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { createProfile } = await import('../../../app/new-profile.ts');
    const { showProfile } = await import('../../../app/show-profile.ts');
    const { newProfileText } = await import('../render/new-profile-text.ts');
    const name = String(options.profile);
    return withWorkspace(workspace, { create: true }, async (ws) => {
      const result = await createProfile(ws, { name, answers, at: now, by });
      const shown = await showProfile(ws, { profile: name, version: result.version.version, asOf });
      return { json: result, text: () => newProfileText(result, shown, style) };
    });
  },
};

async function askAll(): Promise<ProfileAnswers> {
  if (process.stdin.isTTY !== true) {
    throw new BestfitError('usage.incomplete', {
      command: 'profile new',
      needs: 'a terminal to ask in, or --answers with a file (print one with --questions)',
    });
  }
  const { askQuestions } = await import('../ask-questions.ts');
  return askQuestions();
}

async function readAnswers(file: string): Promise<ProfileAnswers> {
  const { profileQuestions } = await import('../../../stages/profile/index.ts');
  const given = await readYaml(file);
  const ids = profileQuestions.map((question) => question.id);
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new BestfitError('usage.bad-option', {
      option: '--answers',
      value: file,
      expected: `a file of answers under ${ids.join(', ')}`,
    });
  }
  const entries = Object.entries(given);
  const unknown = entries.map(([id]) => id).filter((id) => !(ids as readonly string[]).includes(id));
  if (unknown.length > 0) {
    throw new BestfitError('usage.bad-option', {
      option: '--answers',
      value: unknown.join(', '),
      expected: `answers under ${ids.join(', ')}`,
    });
  }
  return Object.fromEntries(
    entries
      .filter(([, answer]) => answer !== null && answer !== '')
      .map(([id, answer]) => [id, Array.isArray(answer) ? answer.join('\n') : String(answer)]),
  );
}
