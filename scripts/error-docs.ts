import type { catalogue } from '../src/base/errors/index.ts';

/** What the reference needs of one error. */
interface Documented {
  readonly message: (params: never) => string;
  readonly remedy: (params: never) => string;
  readonly status: number;
  readonly exit: number;
}

const intro = `# Errors

Every refusal of Bestfit has a code, which stays the same for programs, and words for people: what is wrong, where,
how many, and what to do next. With \`--json\` and over HTTP the code comes along. Exit codes of the command line:
1 something in Bestfit broke, 2 wrong usage, 3 input refused. A refused command leaves the workspace as it was.

Words in angle brackets stand for what the message names in your case.

<!-- Headings, messages and remedies are written by \`npm run errors:docs\`; the causes are written by hand, here. -->
`;

/** The causes that were written by hand into an earlier docs/errors.md, by code. */
export function readCauses(markdown: string): ReadonlyMap<string, string> {
  const sections = markdown.split(/^## /m).slice(1);
  return new Map(
    sections.map((section) => {
      const code = /^`([^`]+)`/.exec(section)?.[1] ?? '';
      const cause = /\*\*Cause\.\*\*([\s\S]*?)\n\n/.exec(section)?.[1]?.trim() ?? '';
      return [code, cause];
    }),
  );
}

/** docs/errors.md for a catalogue, keeping the causes. */
export function renderErrorDocs(errors: typeof catalogue, causes: ReadonlyMap<string, string>): string {
  const sections = Object.entries<Documented>(errors)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, error]) => renderError(code, error, causes.get(code) ?? ''));
  return [intro, ...sections].join('\n');
}

function renderError(code: string, error: Documented, cause: string): string {
  const params = placeholder('') as never;
  return `## \`${code}\`

\`\`\`text
${error.message(params)}
\`\`\`

**Cause.** ${cause}

**What to do.** ${error.remedy(params)}

Exit code ${error.exit}, HTTP status ${error.status}.
`;
}

/** Stands in for any parameter, list or number, and writes itself as its name: \`<file>\`. */
function placeholder(name: string): unknown {
  const text = `<${name}>`;
  const known: Readonly<Record<string | symbol, unknown>> = {
    [Symbol.toPrimitive]: () => text,
    toString: () => text,
    join: () => text,
    map: (write: (item: unknown) => string) => [write(placeholder(name))],
    filter: () => placeholder(name),
    slice: () => placeholder(name),
    toLocaleString: () => text,
    get length() {
      return placeholder(`number of ${name}`);
    },
  };
  return new Proxy(known, {
    get: (target, key) => {
      if (key in target) return target[key];
      return placeholder(/^\d+$/.test(String(key)) ? `one of ${name}` : String(key));
    },
  });
}
