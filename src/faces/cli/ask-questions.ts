import { createInterface } from 'node:readline/promises';
import { type ProfileAnswers, profileQuestions } from '../../stages/profile/index.ts';

/** Asks the ten questions in the terminal; an empty answer leaves a question open. */
export async function askQuestions(): Promise<ProfileAnswers> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answers: Record<string, string> = {};
  try {
    for (const [i, { id, text, help, example }] of profileQuestions.entries()) {
      process.stderr.write(
        `\n${i + 1} of ${profileQuestions.length}. ${text}\n   ${help}\n   e.g. ${example}\n`,
      );
      const answer = (await terminal.question('> ')).trim();
      if (answer !== '') answers[id] = answer;
    }
  } finally {
    terminal.close();
  }
  return answers;
}
