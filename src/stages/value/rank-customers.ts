import { drawsFor } from './draws-for.ts';
import { measureSensitivity, type Sensitivity } from './measure-sensitivity.ts';
import type { CustomerFacts, RankedCustomer, ValueOptions, ValueResult } from './types.ts';
import { type ValueLine, valueLine } from './value-line.ts';
import { toColumns } from './weighing/index.ts';

/**
 * Ranks customers by what they are worth and draws the line under the top third (design, section 4): a weighted mean
 * of oriented percentiles over the components each customer has. The same customers in any order, with the same
 * options, give the same result. Too little to rank is a result, not an error.
 *
 * @example
 * rankCustomers(facts, { asOf: '2024-06-30', weights: { contract_value: 5 }, last: null, seed: 1 });
 */
export function rankCustomers(customers: readonly CustomerFacts[], options: ValueOptions): ValueResult {
  const parts = valueLine(customers, options);
  if (parts.kind !== 'line') return parts;
  const { valued, line, weighed } = parts;
  const sensitivity = sensitivityOf(parts, options.seed);
  return {
    kind: 'ranking',
    asOf: options.asOf,
    customers: describeCustomers(parts, sensitivity),
    ranked: valued.ranked.length,
    unranked: valued.unranked.length,
    best: { n: line.n, of: line.of, cut: line.cut },
    components: weighed.map(({ component }) => component),
    sensitivity: sensitivity.summary,
    warnings: [...parts.warnings, ...weighed.flatMap(({ warnings }) => warnings), ...fewerDraws(line.of)],
  };
}

function sensitivityOf({ customers, counted, valued, line }: ValueLine, seed: number): Sensitivity {
  return measureSensitivity({
    columns: toColumns(
      counted.map(({ measured }) => measured.percentiles),
      valued.ranked,
    ),
    weights: counted.map(({ component }) => component.weight),
    names: counted.map(({ component }) => component.name),
    accountIds: valued.ranked.map((row) => customers[row]!.facts.accountId),
    best: Uint8Array.from(valued.ranked, (row) => (valued.values[row]! >= line.cut ? 1 : 0)),
    seed,
  });
}

function describeCustomers(parts: ValueLine, { bestShare }: Sensitivity): readonly RankedCustomer[] {
  const { ranked, unranked, values } = parts.valued;
  const { ranks } = parts;
  const described = ranked.map((row, place) => ({
    ...describeCustomer(parts, row),
    value: values[row]!,
    rank: ranks[place]!,
    bestShare: bestShare[place]!,
  }));
  return [...described, ...unranked.map((row) => describeCustomer(parts, row))];
}

function describeCustomer({ customers, counted, valued, line }: ValueLine, row: number): RankedCustomer {
  const { accountId, name, startedOn } = customers[row]!.facts;
  const components = counted.map(({ component, measured }) => [
    component.name,
    { raw: knownOrNull(measured.raw[row]!), percentile: knownOrNull(measured.percentiles[row]!) },
  ]);
  return {
    accountId,
    name,
    startedOn,
    value: null,
    rank: null,
    best: valued.values[row]! >= line.cut,
    coverage: valued.coverage[row]!,
    components: Object.fromEntries(components),
    bestShare: 0,
  };
}

function knownOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

function fewerDraws(ranked: number): readonly string[] {
  const draws = drawsFor(ranked);
  return draws < 500
    ? [`With ${ranked} customers the weights were moved ${draws} times instead of 500.`]
    : [];
}
