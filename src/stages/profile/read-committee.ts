import type { Path, Reading } from './reading.ts';
import type { CommitteeFigure } from './types.ts';

const KEYS = ['role', 'titles', 'cares_about', 'angle', 'channel'];

/** Reads `committee`: the people who decide, use and block; a null text is an open question. */
export function readCommittee(reading: Reading, value: unknown): readonly CommitteeFigure[] {
  return reading.list(value, ['committee'], (item, path) => readFigure(reading, item, path));
}

function readFigure(reading: Reading, value: unknown, path: Path): CommitteeFigure | null {
  const figure = reading.record(value, path, KEYS);
  if (figure === null) return null;
  const role = reading.text(figure.role, [...path, 'role']);
  const titles = reading.list(figure.titles, [...path, 'titles'], (title, at) => reading.text(title, at));
  const caresAbout = reading.openText(figure.cares_about, [...path, 'cares_about']);
  const angle = reading.openText(figure.angle, [...path, 'angle']);
  const channel = reading.openText(figure.channel, [...path, 'channel']);
  return role === null ? null : { role, titles, caresAbout, angle, channel };
}
