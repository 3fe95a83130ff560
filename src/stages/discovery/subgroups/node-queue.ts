/** A queue that gives back the element with the highest bound; the older one of equals. */
export interface NodeQueue<Node> {
  readonly push: (node: Node) => void;
  readonly pop: () => Node | undefined;
}

/** A binary heap over `bound`. */
export function createNodeQueue<Node extends { readonly bound: number }>(): NodeQueue<Node> {
  const heap: { readonly node: Node; readonly age: number }[] = [];
  let age = 0;
  const before = (a: number, b: number): boolean => {
    const left = heap[a]!;
    const right = heap[b]!;
    return (
      left.node.bound > right.node.bound || (left.node.bound === right.node.bound && left.age < right.age)
    );
  };
  const swap = (a: number, b: number): void => {
    const kept = heap[a]!;
    heap[a] = heap[b]!;
    heap[b] = kept;
  };
  const rise = (from: number): void => {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!before(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  };
  const sink = (from: number): void => {
    for (let at = from; ; ) {
      const left = 2 * at + 1;
      if (left >= heap.length) return;
      const child = left + 1 < heap.length && before(left + 1, left) ? left + 1 : left;
      if (!before(child, at)) return;
      swap(at, child);
      at = child;
    }
  };
  return {
    push: (node) => {
      heap.push({ node, age: age++ });
      rise(heap.length - 1);
    },
    pop: () => {
      const first = heap[0];
      const last = heap.pop();
      if (last === undefined || first === undefined || heap.length === 0) return first?.node;
      heap[0] = last;
      sink(0);
      return first.node;
    },
  };
}
