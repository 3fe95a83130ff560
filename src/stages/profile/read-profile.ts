import { LineCounter, parseDocument } from 'yaml';
import { BestfitError } from '../../base/errors/index.ts';
import { locateLine } from './locate-line.ts';
import { readPage } from './read-page.ts';
import { Reading } from './reading.ts';
import { showPath } from './show-path.ts';
import type { Profile, ProfileProblem } from './types.ts';

/**
 * Reads a profile from YAML or JSON (design, section 6). Strict: an unknown key, a point outside -5..5, tiers that
 * do not fall, an impossible range, a disqualifying line without its reason are refused.
 *
 * @throws BestfitError `profile.invalid` with every problem and its line
 * @example
 * readProfile('profile: Clinics\nfit:\n  firmographic:\n    - { field: industry, any: [clinic], points: 3 }\n');
 */
export function readProfile(text: string): Profile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken: ProfileProblem[] = [...document.errors, ...document.warnings].map(({ message, pos }) => ({
    line: lines.linePos(pos[0]).line,
    path: 'the document',
    message,
  }));
  if (broken.length > 0) throw new BestfitError('profile.invalid', { problems: broken });
  const reading = new Reading();
  const profile = readPage(reading, toPlain(document));
  const problems = reading.problems.map(({ path, message }) => ({
    line: locateLine(document, lines, path),
    path: showPath(path),
    message,
  }));
  if (profile === null || problems.length > 0)
    throw new BestfitError('profile.invalid', { problems: problems.sort(byLine) });
  return profile;
}

function toPlain(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const problems = [{ line: null, path: 'the document', message }];
    throw new BestfitError('profile.invalid', { problems }, { cause: error });
  }
}

function byLine(left: ProfileProblem, right: ProfileProblem): number {
  return (left.line ?? 0) - (right.line ?? 0);
}
