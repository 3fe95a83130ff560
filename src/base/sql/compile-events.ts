import type { ResolvedCondition } from '../expr/index.ts';
import { call } from './calls.ts';
import { column } from './columns.ts';
import { eq, ge, isNotNull, isNull, le, lt } from './comparisons.ts';
import type { GroupedEvents } from './group-events.ts';
import { boolean, date, nullOf, number, text, textList } from './literals.ts';
import { and, or } from './logic.ts';
import { byCases, type CompiledTruth, type Outcome } from './outcomes.ts';
import type { SqlExpr } from './types.ts';

type Tool = Extract<ResolvedCondition, { op: 'tool' }>;
type Signal = Extract<ResolvedCondition, { op: 'signal' }>;
type Cases = Outcome['cases'];

/** Use of a tool as three-valued SQL: listed, else no where it was looked for, else unknown. */
export function compileTool(tool: Tool, events: GroupedEvents): CompiledTruth {
  const { cases, otherwise } = orCovered(listedCases(tool, events), covered(tool, null, events));
  if (!tool.negated) return byCases(cases, otherwise);
  const turned = cases.map(({ when, is }) => ({ when, is: is === null ? null : !is }));
  return byCases(turned, otherwise === null ? null : !otherwise);
}

function listedCases({ technologies, categories, since }: Tool, events: GroupedEvents): Cases {
  if (!events.has('technologies')) return [];
  const listed = [
    ...(technologies === null ? [] : [isOneOf('technology', technologies)]),
    ...(categories === null ? [] : [isOneOf('category', categories)]),
  ];
  const any = (...seen: readonly SqlExpr[]) => events.any('technologies', and([...listed, ...seen]));
  if (since === null) return [{ when: any(), is: true }];
  const seen = column('first_seen');
  return [
    { when: any(ge(seen, date(since))), is: true },
    { when: any(isNull(seen)), is: null },
    { when: any(lt(seen, date(since))), is: false },
  ];
}

/** A signal as three-valued SQL, with the day of the newest event for which it holds. */
export function compileSignal(
  signal: Signal,
  events: GroupedEvents,
): CompiledTruth & { readonly latest: SqlExpr } {
  const { minStrength } = signal;
  const looked = covered(signal, signal.since, events);
  const compiled = (cases: Cases) => {
    const outcome = orCovered(cases, looked);
    return byCases(outcome.cases, outcome.otherwise);
  };
  if (!events.has('signals')) return { ...compiled([]), latest: nullOf('date') };
  const happened = and(happenedParts(signal));
  const strength = column('strength');
  const strong = minStrength === null ? happened : and([happened, ge(strength, number(minStrength))]);
  const latest = events.newest(strong);
  const cases: Cases[number][] = [{ when: isNotNull(latest), is: true }];
  if (minStrength !== null) {
    cases.push({ when: events.any('signals', and([happened, isNull(strength)])), is: null });
  }
  return { ...compiled(cases), latest };
}

function happenedParts({ kind, abouts, since, until }: Signal): readonly SqlExpr[] {
  const day = column('observed_on');
  return [
    eq(column('kind'), text(kind)),
    ...(abouts === null ? [] : [isOneOf('about', abouts)]),
    ...(since === null ? [] : [ge(day, date(since))]),
    le(day, date(until)),
  ];
}

function isOneOf(name: string, values: readonly string[]): SqlExpr {
  return values.length === 0 ? boolean(false) : call('isElement', column(name), textList(values));
}

/** Whether what was asked about was looked for; false when that is known of no account, true when of all. */
function covered(
  { scopes, coveredEverywhere }: Tool | Signal,
  since: string | null,
  events: GroupedEvents,
): SqlExpr | boolean {
  if (coveredEverywhere || !events.has('coverage')) return coveredEverywhere;
  const scoped = isOneOf('scope', scopes);
  const checked = column('checked_on');
  const filter = since === null ? scoped : and([scoped, or([isNull(checked), ge(checked, date(since))])]);
  return events.any('coverage', filter);
}

/** What is not listed is no where it was looked for, else unknown. */
function orCovered(cases: Cases, looked: SqlExpr | boolean): Outcome {
  if (looked === true) return { cases, otherwise: false };
  return { cases: looked === false ? cases : [...cases, { when: looked, is: false }], otherwise: null };
}
