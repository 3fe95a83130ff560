import type { DemoResult } from '../../../app/run-demo.ts';
import { renderText } from '../../page/index.ts';
import { countWords, plural } from '../../words/index.ts';
import type { TextStyle } from '../types.ts';
import { paintFor } from './paint.ts';
import { scoreText } from './score-text.ts';

/** The main job on the sample, step by step, with what to try next. */
export function demoText(
  result: DemoResult,
  {
    style,
    folder,
    program,
  }: { readonly style: TextStyle; readonly folder: string; readonly program: string },
): string {
  const paint = paintFor(style);
  const rule = paint.dim('─'.repeat(style.width));
  return [
    paint.bold('1. The files of a company that sells clinic software'),
    ...result.imported.files.map((file) => fileLine(file)),
    '',
    paint.bold('2. The page that its best customers wrote'),
    rule,
    renderText(result.shown.page, style),
    rule,
    '',
    paint.bold('3. Who to work today'),
    scoreText(result.scored, style),
    '',
    `Everything above is in ${folder}. Try:`,
    `  ${program} -w ${folder} --as-of ${result.asOf} discover`,
    `  ${program} -w ${folder} --as-of ${result.asOf} profile show --format html --to page.html`,
    `  ${program} -w ${folder} --as-of ${result.asOf} list --play "call today"`,
    `With your own data: \`${program} -w my-company import customers.csv\`.`,
  ].join('\n');
}

function fileLine({ name, mapping, rows, quarantine }: DemoResult['imported']['files'][number]): string {
  const aside = quarantine.first[0];
  const why =
    aside === undefined
      ? ''
      : `, ${plural(rows.quarantined, 'row')} set aside (line ${aside.line}: ${aside.reason})`;
  return `   ${name.padEnd(18)} ${mapping.as.padEnd(13)} ${countWords(rows.kept).padStart(6)} rows${why}`;
}
