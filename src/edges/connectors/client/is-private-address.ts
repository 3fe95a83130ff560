import { BlockList, isIPv6 } from 'node:net';

/** Addresses that no vendor's API has: this machine, private networks, link-local, documentation, multicast (IANA registries). */
const privateV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
const privateV6: readonly (readonly [string, number])[] = [
  ['100::', 64],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];

const blocked = new BlockList();
for (const [net, bits] of privateV4) blocked.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of privateV6) blocked.addSubnet(net, bits, 'ipv6');

/**
 * Whether an IP address is one of this machine, a private network or link-local; an IPv4 address inside an IPv6 one
 * (mapped, NAT64, 6to4) counts as itself.
 *
 * @example
 * isPrivateAddress('::ffff:127.0.0.1'); // true
 */
export function isPrivateAddress(address: string): boolean {
  if (!isIPv6(address)) return blocked.check(address, 'ipv4');
  const groups = groupsOf(address);
  const inside = insideV4(groups);
  return inside === null ? blocked.check(address.split('%')[0]!, 'ipv6') : blocked.check(inside, 'ipv4');
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): readonly number[] {
  const plain = address.split('%')[0]!.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...bytes: string[]) => {
    const [a, b, c, d] = bytes.slice(0, 4).map(Number) as [number, number, number, number];
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
  const [head = '', tail] = plain.split('::');
  const read = (part: string): readonly number[] =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  if (tail === undefined) return read(head);
  const [front, back] = [read(head), read(tail)];
  const between = Array.from({ length: 8 - front.length - back.length }, () => 0);
  return [...front, ...between, ...back];
}

/** The IPv4 address that an IPv6 one carries: `::/96`, `::ffff:0:0/96`, `64:ff9b::/96`, `2002::/16`; else null. */
function insideV4(groups: readonly number[]): string | null {
  const isZero = (from: number, to: number): boolean => groups.slice(from, to).every((group) => group === 0);
  const isMapped = isZero(0, 5) && (groups[5] === 0xffff || groups[5] === 0);
  const isTranslated = groups[0] === 0x64 && groups[1] === 0xff9b && isZero(2, 6);
  if (isMapped || isTranslated) return dotted(groups[6]!, groups[7]!);
  return groups[0] === 0x2002 ? dotted(groups[1]!, groups[2]!) : null;
}

function dotted(high: number, low: number): string {
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
