import { nearestWord } from './nearest-word.ts';
import { readDuration } from './read-duration.ts';
import { readNumber } from './read-number.ts';
import { readObject } from './read-object.ts';
import { readText } from './read-text.ts';
import { refuseCondition } from './refuse-condition.ts';
import { type SignalKind, signalKinds } from './signal-kinds.ts';
import type { SignalMatch } from './types.ts';

/** What `signal` asks for: a kind of the catalogue, its subject, how recent and how strong. */
export function readSignal(written: unknown, where: string): SignalMatch {
  const signal = readObject(written, where, ['kind', 'about', 'within', 'min_strength']);
  return {
    kind: readKind(signal.kind, `${where}.kind`),
    about:
      signal.about === undefined ? null : readText(signal.about, `${where}.about`, 'what the event is about'),
    within: signal.within === undefined ? null : readDuration(signal.within, `${where}.within`),
    minStrength:
      signal.min_strength === undefined ? null : readNumber(signal.min_strength, `${where}.min_strength`),
  };
}

function readKind(written: unknown, where: string): SignalKind {
  const kind = signalKinds.find((known) => known === written);
  if (kind !== undefined) return kind;
  return refuseCondition({
    where,
    found: written,
    expected: `one of ${signalKinds.map((known) => `\`${known}\``).join(', ')}`,
    suggestion: typeof written === 'string' ? nearestWord(written, signalKinds) : null,
  });
}
