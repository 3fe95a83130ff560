import { asc, column, count, desc, isNotNull, named, select } from '../../base/sql/index.ts';
import type { Field } from '../../stages/dataset/index.ts';
import type { CurrentData } from '../current-data.ts';
import { readConversion } from '../read-conversion.ts';
import type { Workspace } from '../workspace.ts';
import { currencyFix } from './fixes.ts';
import { inWords, shareWords } from './number-words.ts';
import { toFinding } from './to-finding.ts';
import type { Finding } from './types.ts';

/** Sums in several currencies, and sums of which nobody knows the currency. */
export async function moneyFindings(
  workspace: Workspace,
  data: CurrentData,
  field: Field,
): Promise<readonly Finding[]> {
  if (field.kind !== 'money' || field.coverage.known === 0) return [];
  return [
    ...(await currencyFindings(workspace, data, field)),
    ...(await convertedFinding(workspace, data, field)),
  ];
}

async function currencyFindings(
  workspace: Workspace,
  data: CurrentData,
  field: Field,
): Promise<readonly Finding[]> {
  if (!field.mixedCurrency)
    return field.unit === null ? [missing(data, field, { rows: field.coverage.known, code: null })] : [];
  const codes = await readCodes(workspace, data, field);
  const unnamed = codes.find(({ code }) => code === null)?.rows ?? 0;
  const named_ = codes.filter(({ code }) => code !== null);
  const commonest = named_[0]?.code ?? null;
  return [
    ...(named_.length > 1 ? [mixed(field, named_)] : []),
    ...(unnamed > 0 ? [missing(data, field, { rows: unnamed, code: commonest })] : []),
  ];
}

interface CodeCount {
  readonly code: string | null;
  readonly rows: number;
}

async function convertedFinding(
  workspace: Workspace,
  data: CurrentData,
  field: Field,
): Promise<readonly Finding[]> {
  const done = await readConversion(workspace, data, field);
  if (done === null) return [];
  const of = field.coverage.known;
  return [
    toFinding({
      kind: 'converted',
      table: field.table,
      field: field.name,
      count: done.converted,
      of,
      examples: [],
      said: {
        code: 'converted',
        params: { count: done.converted, of, field: field.name, to: done.to, ...done.rates },
        examples: [],
      },
      message: `${shareWords(done.converted, of)} sums of \`${field.name}\` are converted into ${done.to} by your rates of ${done.rates.first} to ${done.rates.last}; this takes the rates away`,
      fix: 'bestfit rates --off',
      action: { kind: 'drop-rates' },
    }),
  ];
}

function mixed({ table, name, coverage, converted }: Field, codes: readonly CodeCount[]): Finding {
  const main = codes.find(({ code }) => code === converted) ?? codes[0];
  const others = codes.reduce((sum, each) => sum + (each === main ? 0 : each.rows), 0);
  const why =
    converted === undefined
      ? "sums in another currency than a condition's count as unknown. This converts them by a table of rates of yours (`currency`, `date`, `rate`)"
      : 'your rates have none for their currency and day, so they count as unknown. This takes a fuller table of rates';
  return toFinding({
    kind: 'mixed-currency',
    table,
    field: name,
    count: others,
    of: coverage.known,
    examples: codes.map(({ code, rows }) => `${code} (${inWords(rows)})`),
    said: {
      code: converted === undefined ? 'mixed-currency' : 'rates-missing',
      params: { field: name, currencies: codes.length, count: others, main: main?.code ?? null },
      examples: codes.map(({ code, rows }) => ({ currency: code, rows })),
    },
    message: `\`${name}\` is in ${codes.length} currencies, ${inWords(others)} sums are not in ${main?.code}: ${why}`,
    fix: `bestfit rates rates.csv --base ${main?.code}`,
    action: { kind: 'give-rates', base: main?.code ?? null },
  });
}

function missing(data: CurrentData, field: Field, { rows, code }: CodeCount): Finding {
  const { known } = field.coverage;
  return toFinding({
    kind: 'missing-currency',
    table: field.table,
    field: field.name,
    count: rows,
    of: known,
    examples: [],
    said: {
      code: rows === known ? 'no-currency' : 'missing-currency',
      params: { field: field.name, count: rows, of: known },
      examples: [],
    },
    message: `${rows === known ? 'the' : shareWords(rows, known)} sums of \`${field.name}\` carry no currency: say which it is, as a code such as EUR`,
    ...currencyFix(data, field, code),
  });
}

async function readCodes(
  workspace: Workspace,
  data: CurrentData,
  field: Field,
): Promise<readonly CodeCount[]> {
  const from = data.tables[field.table];
  if (from === undefined) return [];
  const code = column(`${field.name}_currency`);
  const sum = column(field.banded ? `${field.name}_low` : field.name);
  const rows = await workspace.engine.rows(
    select({
      columns: [named(code, 'code'), named(count(), 'rows')],
      from,
      where: isNotNull(sum),
      groupBy: [code],
      orderBy: [desc(count()), asc(code)],
    }),
  );
  return rows.map((row) => ({ code: row.code as string | null, rows: Number(row.rows) }));
}
