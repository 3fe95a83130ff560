import { BestfitError } from '../../../base/errors/index.ts';

/** Marks between the values of a list, the usual one first: the readers of sets know them all. */
const MARKS = ['; ', ' | ', '\n', ' / '] as const;
const MOST = 10_000;

/** One name in the records of a file, at its place among the names above it. */
export interface ColumnNode {
  readonly path: readonly string[];
  readonly children: Map<string, ColumnNode>;
  /** Column of its plain values; -1 while it has none. */
  index: number;
  /** A value was seen that is not null. */
  filled: boolean;
  /** Number of the mark between the values of its lists. */
  mark: number;
  /** One bit for each mark that a value in a list holds. */
  held: number;
}

/** The columns of a file as its records name them, in the order in which they are first met. */
export class ColumnTree {
  readonly root: ColumnNode = createNode([]);
  readonly #file: string;
  readonly #nodes: ColumnNode[] = [];
  readonly #born: { readonly parent: ColumnNode; readonly key: string }[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  /** The node of a name under another; a new one when it was never met. */
  child(parent: ColumnNode, key: string): ColumnNode {
    const known = parent.children.get(key);
    if (known !== undefined) return known;
    const kept = detach(key);
    const node = createNode([...parent.path, kept]);
    parent.children.set(kept, node);
    this.#born.push({ parent, key: kept });
    return node;
  }

  /** Puts a plain value into the cells of a record; the last one of a name counts. */
  set(cells: (string | null)[], node: ColumnNode, value: string | null): void {
    if (node.index === -1) {
      if (this.#nodes.length === MOST)
        throw new BestfitError('input.too-many-columns', { file: this.#file, most: MOST });
      node.index = this.#nodes.push(node) - 1;
    }
    node.filled ||= value !== null;
    while (cells.length < node.index) cells.push(null);
    cells[node.index] = value;
  }

  /** A list of plain values as one text. */
  join(node: ColumnNode, values: readonly string[]): string | null {
    for (const value of values)
      MARKS.forEach((mark, bit) => {
        if (value.includes(mark.trim() || mark)) node.held |= 1 << bit;
      });
    if (values.length === 0) return null;
    const mark = MARKS[node.mark];
    return mark === undefined ? JSON.stringify(values) : values.join(mark);
  }

  /** How many names were met. */
  get size(): number {
    return this.#born.length;
  }

  /** Forgets the names met since there were so many. */
  forget(size: number): void {
    for (const { parent, key } of this.#born.splice(size).toReversed()) {
      const node = parent.children.get(key);
      if (node !== undefined && node.index === this.#nodes.length - 1) this.#nodes.pop();
      parent.children.delete(key);
    }
  }

  /** Chooses other marks where a value in a list holds the mark between them; true when one had to change. */
  settleMarks(): boolean {
    const clashing = this.#nodes.filter(
      ({ mark, held }) => (held & (1 << mark)) !== 0 && mark < MARKS.length,
    );
    for (const node of clashing) {
      const free = MARKS.findIndex((_, bit) => (node.held & (1 << bit)) === 0);
      node.mark = free === -1 ? MARKS.length : free;
    }
    return clashing.length > 0;
  }

  /** Nodes with values of their own; a name that is a record or nothing has none. */
  columns(): readonly ColumnNode[] {
    return this.#nodes.filter(({ filled, children }) => filled || children.size === 0);
  }
}

function createNode(path: readonly string[]): ColumnNode {
  return { path, children: new Map(), index: -1, filled: false, mark: 0, held: 0 };
}

/** A copy that does not keep the text alive that it was cut from. */
function detach(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
