import { parse } from 'tldts';
import { isBlank } from './is-blank.ts';
import { blank, misfit, type Parsed, parsed } from './parsed.ts';
import { exampleSuffix } from './public-domains.ts';
import { toAsciiDomain } from './to-ascii-domain.ts';

const longest = 320;
/** What the Turkish capital `İ` becomes in lower case. */
const dottedI = 'i\u0307';
const shape =
  /^(?:mailto:)?(?:[^<>]*<)?([a-z0-9.!#$%&'*+/=?^_`{|}~\p{L}-]{1,64})@([\p{L}\p{N}.-]{1,253})>?$/iu;

/**
 * Reads an e-mail address, in lower case: `Ana <Ana@Acme.com>` is `ana@acme.com`. The form is checked, not whether
 * the mailbox exists; the host must be under a public suffix.
 *
 * @example
 * parseEmail('mailto:Ana@Acme.com'); // { kind: 'value', value: 'ana@acme.com' }
 */
export function parseEmail(text: string): Parsed<string> {
  const parts = text.length > longest ? null : shape.exec(text.trim().normalize('NFC'));
  const local = (parts?.[1] ?? '').toLowerCase().replaceAll(dottedI, 'i');
  const host = toAsciiDomain(parts?.[2] ?? '');
  const dotted = local.startsWith('.') || local.endsWith('.') || local.includes('..');
  const found = dotted || local === '' ? null : parse(host);
  const registered = found?.isIcann === true || found?.publicSuffix === exampleSuffix;
  if (registered && found.domain !== null) return parsed(`${local}@${host}`);
  return isBlank(text, 'likely') ? blank : misfit('not an e-mail address');
}
