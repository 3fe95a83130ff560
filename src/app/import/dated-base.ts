import type { DatedState, SignalParts, SourceState } from '../../stages/dataset/index.ts';
import { fieldsOfPart } from './mapped-file.ts';

/** Earlier imports that a source remembers. */
const REMEMBERED = 3;
const NO_SIGNALS: SignalParts = { listed: null, gone: null, changes: null };

/** Earlier states of a source that an import of a day may be compared with, oldest first. */
export function earlierStates(
  previous: SourceState | null,
  observedOn: string | null,
): readonly DatedState[] {
  if (previous === null) return [];
  const older = previous.dated?.earlier ?? [];
  if (observedOn === null)
    return previous.observedOn === null ? older : remembered([...older, stateOf(previous)]);
  return remembered([...older, stateOf(previous)].filter(({ day }) => day < observedOn));
}

/** The signals of a source as its last import left them. */
export function signalsOf(previous: SourceState | null): SignalParts {
  if (previous === null) return NO_SIGNALS;
  if (previous.dated !== undefined) return previous.dated.signals;
  const ref = previous.parts.signals ?? null;
  if (ref === null || previous.mapping.as !== 'signals') return { ...NO_SIGNALS, changes: ref };
  return { ...NO_SIGNALS, listed: { ref, fields: fieldsOfPart(previous, 'signals') } };
}

/** An import without a date stands for its own day. */
function stateOf(previous: SourceState): DatedState {
  const { observedOn, importedAt, parts, fields } = previous;
  return { day: observedOn ?? importedAt.slice(0, 10), parts, fields, signals: signalsOf(previous) };
}

function remembered(states: readonly DatedState[]): readonly DatedState[] {
  return states.slice(-REMEMBERED);
}
