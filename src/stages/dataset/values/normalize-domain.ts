import { parse } from 'tldts';
import { companySuffixes, exampleSuffix, publicDomains } from './public-domains.ts';
import { toAsciiDomain } from './to-ascii-domain.ts';

const longest = 2_000;

/**
 * The domain that a company registered, from a web address, an e-mail address or a host name, in ASCII lower case;
 * null when there is none. Domains that many companies share (`gmail.com`, anything under `wixsite.com`, a page on
 * `facebook.com`) are null: they would join strangers. The public suffix list decides where a domain begins.
 *
 * @example
 * normalizeDomain('https://www.Acme.co.uk/about'); // 'acme.co.uk'
 * normalizeDomain('ana@gmail.com'); // null
 */
export function normalizeDomain(text: string): string | null {
  if (text.length > longest) return null;
  for (const candidate of candidates(text)) {
    const domain = registered(candidate);
    if (domain !== null) return publicDomains.has(domain) ? null : domain;
  }
  return null;
}

function candidates(text: string): readonly string[] {
  const email = !text.includes('@') ? null : /[^\s<>,;:"'()]+@([^\s<>,;:"'()@]+)/.exec(text);
  if (email !== null && !/^\w+:\/\//.test(text.trim())) return [email[1] ?? ''];
  const words = text
    .trim()
    .split(/[\s,;|]+/)
    .filter((word) => word !== '');
  return words.every((word) => word.includes('.')) ? words : [];
}

function registered(candidate: string): string | null {
  const host =
    /^(?:[a-z][a-z0-9+-]*:\/\/|\/\/|mailto:)?(?:[^/?#@\s]*@)?([^/?#:\s]+)/i.exec(candidate)?.[1] ?? '';
  const ascii = toAsciiDomain(host.replace(/\.+$/, ''));
  if (!/^[a-z0-9.-]+$/.test(ascii)) return null;
  const found = parse(ascii, { allowPrivateDomains: true });
  if (found.isIp === true || found.domain === null) return null;
  if (found.isIcann === true || found.publicSuffix === exampleSuffix) return found.domain;
  return found.isPrivate === true && companySuffixes.has(found.publicSuffix ?? '') ? found.domain : null;
}
