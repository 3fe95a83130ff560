import { edgeChild, edgeLength, edgeStart, labelText, rulesRoot } from 'tldts/dist/cjs/src/data/trie.js';
import { publicDomains } from './public-domains.ts';

/** Public suffixes under which most companies of the world have their domain. */
export const plainEndings: readonly string[] = (
  'com net org info biz io co ai app dev eu es it fr de pt nl be at ch lu ie uk co.uk org.uk us ca mx com.mx com.br ' +
  'ar com.ar cl co com.co pe com.pe au com.au co.nz pl cz sk hu ro bg gr dk se fi ee lv lt si hr rs tr com.tr co.il ' +
  'ae co.za in co.in sg com.sg hk com.hk com.my co.jp co.kr cn com.cn com.tw me tv cc xyz online site store shop ' +
  'tech agency studio digital cloud group global solutions consulting'
).split(' ');

/**
 * First labels that make a domain out of the ordinary under one of these endings: `blogspot` (under which many
 * companies sit), `co` of `co.uk`, `gmail`. Any other label before a plain ending is a domain of its own.
 */
export function sharedLabels(): readonly string[] {
  const labelAt = labelOffsets();
  const labels = [
    ...plainEndings.flatMap((ending) => labelsUnder(ending, labelAt)),
    ...[...publicDomains].map((domain) => domain.split('.')[0] ?? ''),
  ];
  return [...new Set(labels)].filter((label) => /^[a-z0-9-]+$/.test(label));
}

/** Labels for which the public suffix list has a rule of its own below an ending. */
function labelsUnder(ending: string, labelAt: Uint32Array): readonly string[] {
  const node = ending
    .split('.')
    .toReversed()
    .reduce(
      (from, label) => edgesOf(from, labelAt).find(([name]) => name === label)?.[1] ?? -1,
      rulesRoot as number,
    );
  return node === -1 ? [] : edgesOf(node, labelAt).map(([name]) => name);
}

function edgesOf(node: number, labelAt: Uint32Array): readonly (readonly [label: string, child: number])[] {
  if (node === -1) return [];
  const [from = 0, to = 0] = [edgeStart[node], edgeStart[node + 1]];
  return Array.from({ length: to - from }, (_, index) => {
    const edge = from + index;
    const at = labelAt[edge] ?? 0;
    return [labelText.slice(at, at + (edgeLength[edge] ?? 0)), edgeChild[edge] ?? -1] as const;
  });
}

/** The labels of all edges stand one after the other in one text. */
function labelOffsets(): Uint32Array {
  const offsets = new Uint32Array(edgeLength.length);
  let at = 0;
  edgeLength.forEach((length, edge) => {
    offsets[edge] = at;
    at += length;
  });
  return offsets;
}
