import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { BestfitError } from '../../../base/errors/index.ts';
import { isPrivateAddress } from './is-private-address.ts';

/**
 * The origin of a connection as it is used: `https`, a host, and nothing else; `http` only on this machine's own
 * address and only where private addresses are allowed. A host that is a private address is refused.
 */
export function clientOrigin(text: string | null, privateOrigin: boolean): string {
  const refuse = (why: string): BestfitError =>
    new BestfitError('connection.bad-origin', { origin: withoutUser(text ?? ''), why });
  if (text === null || !URL.canParse(text)) throw refuse('it is no address');
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') throw refuse('it holds a name or a password');
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') throw refuse('it holds more than a host');
  const host = bareHost(url);
  const isOwn = host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
  const isPlain = url.protocol === 'http:' && privateOrigin && isOwn;
  if (url.protocol !== 'https:' && !isPlain) throw refuse('it does not begin with `https://`');
  if (!privateOrigin && isIP(host) !== 0) refusePrivate(url.origin, host);
  return url.origin;
}

/** Refuses a host whose name leads to a private address. Fails as `node:dns` does when the name leads nowhere. */
export async function refusePrivateHost(origin: string): Promise<void> {
  const host = bareHost(new URL(origin));
  const found = isIP(host) === 0 ? await lookup(host, { all: true }) : [{ address: host }];
  for (const { address } of found) refusePrivate(origin, address);
}

function refusePrivate(origin: string, address: string): void {
  if (isPrivateAddress(address)) throw new BestfitError('connection.private-address', { origin, address });
}

function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/** An address without what stands before `@`, which may be a password. */
function withoutUser(text: string): string {
  return text.replace(/\/\/[^/]*@/, '//');
}
