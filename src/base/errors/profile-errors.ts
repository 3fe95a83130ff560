import { defineError } from './define-errors.ts';

/** Refusals of a profile document. */
export const profileErrors = {
  'profile.missing': defineError<{ profile: string }>({
    message: ({ profile }) => `There is no profile named \`${profile}\` in this workspace.`,
    remedy: () =>
      'Make one with `bestfit profile draft` (from data) or `bestfit profile new` (ten questions).',
    status: 404,
    exit: 3,
  }),
  'profile.none': defineError<{ workspace: string }>({
    message: ({ workspace }) => `There is no profile in \`${workspace}\` yet.`,
    remedy: () =>
      'Make one with `bestfit profile draft` (from data) or `bestfit profile new` (ten questions).',
    status: 404,
    exit: 3,
  }),
  'profile.condition-invalid': defineError<{
    where: string;
    found: string;
    expected: string;
    suggestion: string | null;
  }>({
    message: ({ where, found, expected }) => `\`${where}\` cannot be \`${found}\`: it takes ${expected}.`,
    remedy: ({ where, suggestion }) =>
      suggestion === null
        ? `Correct \`${where}\` and try again; nothing was changed.`
        : `Did you mean \`${suggestion}\`? Correct \`${where}\` and try again; nothing was changed.`,
    status: 422,
    exit: 3,
  }),
  'profile.invalid': defineError<{
    problems: readonly { readonly line: number | null; readonly path: string; readonly message: string }[];
  }>({
    message: ({ problems }) =>
      `The profile has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${problems
        .map(({ line, path, message }) => `  ${line === null ? '' : `line ${line}, `}${path}: ${message}`)
        .join('\n')}`,
    remedy: () => 'Correct the lines named above and apply the file again; nothing was changed.',
    status: 422,
    exit: 3,
  }),
  'profile.version-missing': defineError<{ profile: string; version: number }>({
    message: ({ profile, version }) =>
      `The profile \`${profile}\` has no version ${version} in this workspace.`,
    remedy: () => 'See the versions that exist with `bestfit profile show`.',
    status: 404,
    exit: 3,
  }),
  'profile.changed-meanwhile': defineError<{
    profile: string;
    known: number;
    newest: number;
    by: string | null;
  }>({
    message: ({ profile, known, newest, by }) =>
      `\`${profile}\` has version ${newest}${by === null ? '' : ` by ${by}`} now; this edit was made from ${known === 0 ? 'none' : `version ${known}`}.`,
    remedy: () =>
      'Nothing was overwritten. Look at what changed, then save the edit on top of it or drop it.',
    status: 409,
    exit: 3,
  }),
  'profile.too-many-lines': defineError<{ part: string; found: number; most: number }>({
    message: ({ part, found, most }) =>
      `The profile has ${found} \`${part}\` lines; it can have at most ${most}.`,
    remedy: () => 'Take out the lines with the fewest points: a page that nobody can read is used by nobody.',
    status: 422,
    exit: 3,
  }),
  'profile.unsearchable': defineError<{
    problems: readonly { readonly path: string | null; readonly message: string; readonly remedy: string }[];
  }>({
    message: ({ problems }) =>
      `The profile names ${problems.length === 1 ? 'a condition' : `${problems.length} conditions`} that no source here can search:\n${problems
        .map(({ path, message, remedy }) => `  ${path ?? 'page'}: ${message} ${remedy}`)
        .join('\n')}`,
    remedy: () =>
      'Correct these lines, import a source that has them, or apply with `--force`: they then stay unknown for every account.',
    status: 422,
    exit: 3,
  }),
} as const;
