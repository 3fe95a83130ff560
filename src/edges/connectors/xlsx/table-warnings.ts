import type { WrittenTable } from './write-table.ts';

/** What people should know of how a sheet was read. */
export function tableWarnings({ table, hiddenRows, beside, faults }: WrittenTable): readonly string[] {
  const { errors, uncalculated, dayless } = faults;
  const failed = [...errors.values()].reduce((sum, count) => sum + count, 0);
  const list = [...errors].map(([error, count]) => `${error} ${count}`).join(', ');
  const warnings: readonly (readonly [boolean, string])[] = [
    [table.titles > 0, `The first ${counted(table.titles, 'row')} above the header: left out.`],
    [table.headerRows === 0, 'The first row looks like data, so the columns have no names.'],
    [
      table.headerRows > 1,
      `The header takes ${table.headerRows} rows: the groups stand in front of the column names.`,
    ],
    [hiddenRows > 0, `${counted(hiddenRows, 'hidden row')} imported like the others.`],
    [failed > 0, `${counted(failed, 'cell')} with an error (${list}): read as blank.`],
    [
      uncalculated > 0,
      `${counted(uncalculated, 'formula')} without a result: read as blank. Open the file in Excel and save it, then import it again.`,
    ],
    [
      dayless > 0,
      `${counted(dayless, 'cell')} shown as a date without being one (0 is what an empty cell gives): read as blank.`,
    ],
    [
      beside !== null,
      `${counted(beside?.cells ?? 0, 'cell')} beside the table, the first at ${beside?.first}: left out.`,
    ],
  ];
  return warnings.flatMap(([applies, text]) => (applies ? [text] : []));
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}
