import type { ProfileQuestion } from '../../../stages/profile/index.ts';

/** The questions as a YAML file to fill in. */
export function questionsFile(questions: readonly ProfileQuestion[]): string {
  const parts = questions.map(
    ({ id, text, help, example }) => `# ${text}\n# ${help}\n# e.g. ${example}\n${id}:\n`,
  );
  return `# Answer in your own words; leave empty what you do not know.\n\n${parts.join('\n')}`;
}
