import type { AskedNext } from '../../../app/ask-next.ts';
import type { TextStyle } from '../types.ts';
import { paintFor } from './paint.ts';
import { wrapText } from './wrap-text.ts';

/** The one question to settle next, how, and the commands for it as they are typed. */
export function nextText(next: AskedNext | null, style: TextStyle): readonly string[] {
  if (next === null) return [];
  const title = paintFor(style).bold('Next best question:');
  return [
    '',
    wrapText(`${title} ${next.question}`, style.width, '  '),
    wrapText(`  ${next.answer}`, style.width, '  '),
    ...next.commands.map((command) => `    ${command}`),
  ];
}
