/** Takes secrets out of texts. */
export interface Redactor {
  /** From now on this value is taken out, as it is and as it stands in a form or an address. */
  readonly learn: (secret: string | null) => void;
  /** The text without any known secret, and without what looks like a token of any kind. */
  readonly redact: (text: string) => string;
}

/** Stands for what was taken out. */
const gone = '***';
/** Shorter texts are no secrets, and are found everywhere. */
const leastLength = 4;

/** `Authorization: Bearer …`, `x-api-token: …`, `access_token=…`, `"client_secret": "…"`; what is kept is in front. */
const lookAlikes: readonly RegExp[] = [
  /\b((?:proxy-)?authorization["']?\s*[:=]\s*["']?)(?:\w+ )?[^\s"',;&}]+/gi,
  /\b(bearer\s+)[^\s"',;&}]+/gi,
  /([\w-]*(?:token|secret|password|api[_-]?key|session[_-]?id)["']?\s*[:=]\s*["']?)[^\s"',;&}]+/gi,
];

/**
 * Makes a redactor.
 *
 * @example
 * const { learn, redact } = createRedactor();
 * learn('pat-eu1-1234');
 * redact('no scope for pat-eu1-1234'); // 'no scope for ***'
 */
export function createRedactor(): Redactor {
  const known = new Set<string>();
  const learn = (secret: string | null): void => {
    if (secret === null || secret.length < leastLength) return;
    for (const form of formsOf(secret)) known.add(form);
  };
  const redact = (text: string): string => {
    const without = withoutKnown(text, known);
    return lookAlikes.reduce((rest, pattern) => rest.replaceAll(pattern, `$1${gone}`), without);
  };
  return { learn, redact };
}

function formsOf(secret: string): readonly string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const form = new URLSearchParams([['', secret]]).toString().slice(1);
  return [secret, json, form, form.replaceAll('+', '%20'), Buffer.from(secret).toString('base64')];
}

/** Takes out every place of every secret, overlapping ones too. */
function withoutKnown(text: string, known: ReadonlySet<string>): string {
  const places: [from: number, to: number][] = [];
  for (const secret of known)
    for (let at = text.indexOf(secret); at !== -1; at = text.indexOf(secret, at + 1))
      places.push([at, at + secret.length]);
  if (places.length === 0) return text;
  places.sort(([one], [other]) => one - other);
  let out = '';
  let end = 0;
  for (const [from, to] of places) {
    if (from >= end) out += text.slice(end, from) + gone;
    end = Math.max(end, to);
  }
  return out + text.slice(end);
}
