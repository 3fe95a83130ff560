import { JsonFault } from './json-fault.ts';

const [TAB, LINE_FEED, RETURN, SPACE, QUOTE, BACKSLASH, COLON] = [9, 10, 13, 32, 34, 92, 58] as const;
const [LIST, LIST_END, RECORD, RECORD_END, COMMA] = [91, 93, 123, 125, 44] as const;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const NUMBER_TAIL = /[\d.+\-eE]*/y;
/** Python writes the last three, which JSON does not know. */
const WORDS = ['true', 'false', 'null', 'NaN', 'Infinity', '-Infinity'] as const;
const DEEPEST = 500;

/** Words that stand for a value of their own. */
export type JsonWord = (typeof WORDS)[number];

/**
 * Reads JSON from a text, one piece after the other, digits as written. Stops with a `JsonFault` where the text is no
 * JSON; line breaks and tabs inside texts are let pass.
 */
export class JsonCursor {
  text = '';
  at = 0;
  /** No more text will come. */
  final = true;

  /** Starts again on another text. */
  reset(text: string): void {
    this.text = text;
    this.at = 0;
  }

  /** The next character that is no space, `0` at the end of the text. */
  peek(): number {
    for (; this.at < this.text.length; this.at += 1) {
      const code = this.text.charCodeAt(this.at);
      if (code !== SPACE && code !== LINE_FEED && code !== RETURN && code !== TAB) return code;
    }
    return 0;
  }

  /** True, and passed, when this character comes next. */
  takes(character: string): boolean {
    if (this.peek() !== character.charCodeAt(0)) return false;
    this.at += 1;
    return true;
  }

  /** Stops here, as the reason says, or because the text ends. */
  fail(reason: string): never {
    if (this.at >= this.text.length) throw new JsonFault(this.at, 'it breaks off in the middle', true);
    throw new JsonFault(this.at, reason);
  }

  /** The key of a member, with the colon behind it. */
  key(): string {
    if (this.peek() !== QUOTE) this.fail('a name in double quotes is missing');
    const key = this.string();
    if (this.peek() !== COLON) this.fail('a colon is missing');
    this.at += 1;
    return key;
  }

  /** After a member or an element: true when another follows, false at the closing bracket. */
  another(end: '}' | ']'): boolean {
    const code = this.peek();
    if (code !== COMMA && code !== end.charCodeAt(0)) this.fail(`a comma or \`${end}\` is missing`);
    this.at += 1;
    return code === COMMA;
  }

  /** A text; halves of a character and NUL, which no text can hold, read as U+FFFD. */
  string(): string {
    const from = this.at + 1;
    const end = this.text.indexOf('"', from);
    if (end === -1) return this.#breaksOff();
    const plain = this.text.slice(from, end);
    if (!plain.includes('\\')) {
      this.at = end + 1;
      return plain;
    }
    return this.#escaped(from);
  }

  /** A number as it is written. */
  number(): string {
    NUMBER.lastIndex = this.at;
    const found = NUMBER.exec(this.text)?.[0];
    if (found === undefined) this.fail('a value is missing');
    const end = this.at + found.length;
    NUMBER_TAIL.lastIndex = end;
    const tail = NUMBER_TAIL.exec(this.text)?.[0] ?? '';
    if (end + tail.length === this.text.length && !this.final) this.#breaksOff();
    if (tail !== '') this.fail('a number is not written as JSON has it');
    this.at = end;
    return found;
  }

  /** A word such as `true`; null when none stands here. */
  word(): JsonWord | null {
    const found = WORDS.find((word) => this.text.startsWith(word, this.at));
    if (found === undefined) {
      const rest = this.text.length - this.at < 10 ? this.text.slice(this.at) : null;
      if (rest !== null && !this.final && WORDS.some((word) => word.startsWith(rest))) this.#breaksOff();
      return null;
    }
    this.at += found.length;
    return found;
  }

  /** Passes one value of any kind. */
  skip(depth = 0): void {
    this.tooDeep(depth);
    const code = this.peek();
    if (code === QUOTE) this.string();
    else if (code === RECORD || code === LIST) {
      this.at += 1;
      const end = code === RECORD ? '}' : ']';
      if (this.peek() === (code === RECORD ? RECORD_END : LIST_END)) this.at += 1;
      else
        do {
          if (code === RECORD) this.key();
          this.skip(depth + 1);
        } while (this.another(end));
    } else if (this.word() === null) this.number();
  }

  tooDeep(depth: number): void {
    if (depth > DEEPEST) this.fail(`it is nested deeper than ${DEEPEST} levels`);
  }

  #escaped(from: number): string {
    let end = from;
    for (; ; end += 1) {
      const code = this.text.charCodeAt(end);
      if (code === QUOTE) break;
      if (code === BACKSLASH) end += 1;
      if (end >= this.text.length) this.#breaksOff();
    }
    const written = this.text
      .slice(from, end)
      .replace(/[\n\r\t]/g, (each) => JSON.stringify(each).slice(1, -1));
    const value = parseString(written);
    if (value === null) this.fail('an escape in a text is not one of JSON');
    this.at = end + 1;
    return Buffer.from(value).toString().replaceAll('\0', '\ufffd');
  }

  #breaksOff(): never {
    throw new JsonFault(this.text.length, 'it breaks off in the middle', true);
  }
}

function parseString(written: string): string | null {
  try {
    return JSON.parse(`"${written}"`) as string;
  } catch {
    return null;
  }
}
