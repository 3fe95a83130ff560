import { checkValueOptions } from './check-value-options.ts';
import { drawLine, type Line } from './draw-line.ts';
import { drawsFor } from './draws-for.ts';
import { measureSensitivity, type Sensitivity } from './measure-sensitivity.ts';
import { noComponents } from './no-components.ts';
import { noLine } from './no-line.ts';
import { type Customer, selectCustomers } from './select-customers.ts';
import { toColumns } from './to-columns.ts';
import { tooFewCustomers } from './too-few-customers.ts';
import type { CustomerFacts, RankedCustomer, ValueOptions, ValueResult } from './types.ts';
import { type ValuedCustomers, valueCustomers } from './value-customers.ts';
import { type WeighedComponent, weighComponents } from './weigh-components.ts';

/**
 * Ranks customers by what they are worth and draws the line under the top third (design, section 4): a weighted mean
 * of oriented percentiles over the components each customer has. The same customers in any order, with the same
 * options, give the same result. Too little to rank is a result, not an error.
 *
 * @example
 * rankCustomers(facts, { asOf: '2024-06-30', weights: { contract_value: 5 }, last: null, seed: 1 });
 */
export function rankCustomers(customers: readonly CustomerFacts[], options: ValueOptions): ValueResult {
  checkValueOptions(options);
  const selected = selectCustomers(customers, options);
  const of = selected.customers.length;
  const tooFew = tooFewCustomers(of, of);
  if (tooFew !== null) return tooFew;
  const weighed = weighComponents(selected.customers, options.weights);
  const counted = weighed.filter(({ component }) => component.leftOut === null);
  if (counted.length === 0) return noComponents(weighed);
  const valued = valueCustomers(counted, of);
  const line = drawLine(valued.values);
  const shortfall = tooFewCustomers(line.of, of) ?? noLine(line);
  if (shortfall !== null) return shortfall;
  const parts = { customers: selected.customers, counted, valued, line };
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
    warnings: [...selected.warnings, ...weighed.flatMap(({ warnings }) => warnings), ...fewerDraws(line.of)],
  };
}

interface Parts {
  readonly customers: readonly Customer[];
  readonly counted: readonly WeighedComponent[];
  readonly valued: ValuedCustomers;
  readonly line: Line;
}

function sensitivityOf({ customers, counted, valued, line }: Parts, seed: number): Sensitivity {
  return measureSensitivity({
    columns: toColumns(counted, valued.ranked),
    weights: counted.map(({ component }) => component.weight),
    names: counted.map(({ component }) => component.name),
    accountIds: valued.ranked.map((row) => customers[row]!.facts.accountId),
    best: Uint8Array.from(valued.ranked, (row) => (valued.values[row]! >= line.cut ? 1 : 0)),
    seed,
  });
}

function describeCustomers(parts: Parts, { bestShare }: Sensitivity): readonly RankedCustomer[] {
  const { ranked, unranked, values } = parts.valued;
  let rank = 0;
  const described = ranked.map((row, place) => {
    if (place === 0 || values[row] !== values[ranked[place - 1]!]) rank = place + 1;
    return { ...describeCustomer(parts, row), value: values[row]!, rank, bestShare: bestShare[place]! };
  });
  return [...described, ...unranked.map((row) => describeCustomer(parts, row))];
}

function describeCustomer({ customers, counted, valued, line }: Parts, row: number): RankedCustomer {
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
