import type { MessageParams } from '../../base/messages/index.ts';
import type { Field } from '../../stages/dataset/index.ts';
import type { CurrentData } from '../current-data.ts';
import { isTrait } from '../discover/index.ts';
import { isSearchable } from './field-quality.ts';
import { leaveOutFix, noFix } from './fixes.ts';
import { inWords, shareWords } from './number-words.ts';
import { toFinding } from './to-finding.ts';
import type { Finding } from './types.ts';

const fewestRows = 10;
const lowShare = 0.2;

/** What the catalog alone says of a field: known too rarely, or always the same. */
export function coverageFindings(data: CurrentData, field: Field): readonly Finding[] {
  const { table, coverage } = field;
  const described = table === 'accounts' || table === 'deals';
  if (!described || !isTrait(field)) return [];
  const found =
    coverage.known === 0
      ? [empty(field)]
      : [...(isConstant(field) ? [constant(field)] : []), ...rarelyKnown(field)];
  return found.map((finding) => withLeaveOut(data, field, finding));
}

function rarelyKnown(field: Field): readonly Finding[] {
  const { coverage, prospects, name } = field;
  const others =
    prospects === null
      ? coverage
      : { known: coverage.known - prospects.known, of: coverage.of - prospects.of };
  const forCustomers = prospects !== null && others.known >= lowShare * others.of && others.known > 0;
  if (isSearchable(field) === false && forCustomers) {
    const message = `\`${name}\` is known for ${shareWords(others.known, others.of)} customers but for ${shareWords(prospects.known, prospects.of)} prospects: it can be evidence, not a filter, until a source has it for prospects`;
    const params = { count: prospects.known, of: prospects.of, others: others.known, ofOthers: others.of };
    return [about(field, 'not-searchable', { ...prospects, message, params })];
  }
  if (coverage.known >= lowShare * coverage.of) return [];
  const message = `\`${name}\` is known for ${shareWords(coverage.known, coverage.of)} rows only`;
  const params = { count: coverage.known, of: coverage.of };
  return [about(field, 'low-coverage', { ...coverage, message, params })];
}

/** An attribute of one's own that helps nobody can be left out; one of the product's own is read where it is known. */
function withLeaveOut(data: CurrentData, field: Field, finding: Finding): Finding {
  const helps =
    finding.kind === 'low-coverage' ? isRareInFile(data, field) : finding.kind !== 'not-searchable';
  const fix = helps ? leaveOutFix(data, field) : noFix;
  return fix.fix === null
    ? finding
    : { ...finding, message: `${finding.message}; this leaves it out`, ...fix };
}

/** True when the files that fill the field hardly know it themselves: other files may just be about more rows. */
function isRareInFile({ commit }: CurrentData, { sources, coverage }: Field): boolean {
  const filling = commit.sources.filter(({ name }) => sources.includes(name));
  const rows = filling.reduce((sum, source) => sum + source.rows.kept, 0);
  return coverage.known < lowShare * rows;
}

function isConstant({ kind, distinct, coverage }: Field): boolean {
  return kind !== 'set' && distinct === 1 && coverage.known === coverage.of && coverage.of >= fewestRows;
}

function constant(field: Field): Finding {
  const value = field.values[0]?.value ?? field.range?.low ?? '';
  const message = `\`${field.name}\` is \`${value}\` on all ${inWords(field.coverage.of)} rows: it can tell nobody apart`;
  return about(field, 'constant', {
    ...field.coverage,
    message,
    params: { value, count: field.coverage.of },
  });
}

function empty(field: Field): Finding {
  const message = `\`${field.name}\` has a column but not a single value`;
  return about(field, 'empty', { ...field.coverage, message, params: {} });
}

function about(
  { table, name }: Field,
  kind: Finding['kind'],
  { known, of, message, params }: Pick<Finding, 'of' | 'message'> & { known: number; params: MessageParams },
): Finding {
  const said = { code: kind, params: { field: name, ...params }, examples: [] };
  return toFinding({ kind, table, field: name, count: known, of, examples: [], said, message, ...noFix });
}
