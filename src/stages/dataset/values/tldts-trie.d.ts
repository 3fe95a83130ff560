/** The public suffix list as tldts holds it: its own interface gives no way to walk through it. */
declare module 'tldts/dist/cjs/src/data/trie.js' {
  /** For each node where its edges begin; one more than there are nodes. */
  export const edgeStart: Uint16Array;
  /** Length of the label of each edge. */
  export const edgeLength: Uint8Array;
  /** Node to which each edge leads. */
  export const edgeChild: Uint16Array;
  /** The labels of all edges, one after the other. */
  export const labelText: string;
  /** Node above all endings. */
  export const rulesRoot: number;
}
