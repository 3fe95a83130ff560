const LONGEST_TAG = 1 << 24;
const DEEPEST = 256;
const CLOSE = 47;
const BANG = 33;
const QUESTION = 63;

/** Told of a document's tags and texts in their order; names come without their prefix. */
export interface XmlHandler {
  /** `attributes` is the text after the name, to be read with `xmlAttribute`. */
  readonly open: (name: string, attributes: string) => void;
  readonly close: (name: string) => void;
  /** A piece of text as it stands in the document; a long text comes in several pieces. */
  readonly text: (raw: string) => void;
  /** The content of a CDATA section: nothing in it is a reference. */
  readonly data: (text: string) => void;
}

/** The document is no well-formed XML, or nobody who writes workbooks would write it so. */
export class XmlFault extends Error {}

/**
 * Reads XML that comes in chunks, in flat memory: a tag may be cut anywhere. Document types, comments and
 * processing instructions are passed over, so no entity is ever declared and nothing outside is ever fetched.
 */
export class XmlScanner {
  readonly #handler: XmlHandler;
  readonly #names: string[] = [];
  #rest = '';
  #seenRoot = false;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  feed(chunk: string): void {
    const xml = this.#rest === '' ? chunk : this.#rest + chunk;
    let at = 0;
    while (at < xml.length) {
      const start = xml.indexOf('<', at);
      if (start === -1) {
        at = this.#text(xml, at, textEnd(xml, at));
        break;
      }
      this.#text(xml, at, start);
      const end = tokenEnd(xml, start);
      at = start;
      if (end === -1) break;
      this.#token(xml, start, end);
      at = end;
    }
    this.#rest = xml.slice(at);
    if (this.#rest.length > LONGEST_TAG) throw new XmlFault('a tag without an end');
  }

  end(): void {
    if (this.#rest.trim() !== '' || this.#names.length > 0 || !this.#seenRoot) {
      throw new XmlFault('the document ends in its middle');
    }
  }

  #text(xml: string, from: number, to: number): number {
    if (to > from && this.#names.length > 0) this.#handler.text(xml.slice(from, to));
    return to;
  }

  #token(xml: string, start: number, end: number): void {
    const kind = xml.charCodeAt(start + 1);
    if (kind === CLOSE) this.#close(xml.slice(start + 2, end - 1).trimEnd());
    else if (kind === BANG) {
      if (xml.startsWith('<![CDATA[', start)) this.#handler.data(xml.slice(start + 9, end - 3));
    } else if (kind !== QUESTION) this.#open(xml, start, end);
  }

  #open(xml: string, start: number, end: number): void {
    const empty = xml.charCodeAt(end - 2) === CLOSE;
    const to = empty ? end - 2 : end - 1;
    const nameTo = nameEnd(xml, start + 1, to);
    const name = xml.slice(start + 1, nameTo);
    if (this.#names.length >= DEEPEST || name === '') throw new XmlFault('tags nested too deep');
    this.#seenRoot = true;
    this.#handler.open(localName(name), xml.slice(nameTo, to));
    if (empty) this.#handler.close(localName(name));
    else this.#names.push(name);
  }

  #close(name: string): void {
    if (this.#names.pop() !== name) throw new XmlFault(`</${name.slice(0, 40)}> closes nothing`);
    this.#handler.close(localName(name));
  }
}

/** Where the text ends that is surely whole: a reference may be cut at the end of a chunk. */
function textEnd(xml: string, from: number): number {
  const reference = xml.lastIndexOf('&');
  const cut = reference >= from && xml.length - reference < 12 && !xml.includes(';', reference);
  return cut ? reference : xml.length;
}

/** Offset behind the `>` of the token that starts here; -1 when it is cut. */
function tokenEnd(xml: string, start: number): number {
  const kind = xml.charCodeAt(start + 1);
  if (kind === QUESTION) return behind(xml, '?>', start);
  if (kind === BANG) return specialEnd(xml, start);
  const end = xml.indexOf('>', start);
  if (end === -1 || kind === CLOSE) return end + 1 || -1;
  return quoteBefore(xml, start, end) ? quotedEnd(xml, start) : end + 1;
}

function quoteBefore(xml: string, start: number, end: number): boolean {
  let open = 0;
  for (let at = start; at < end; at += 1) {
    const code = xml.charCodeAt(at);
    if (open === 0 && (code === 34 || code === 39)) open = code;
    else if (code === open) open = 0;
  }
  return open !== 0;
}

function specialEnd(xml: string, start: number): number {
  if (xml.length - start < 9) return -1;
  if (xml.startsWith('<!--', start)) return behind(xml, '-->', start + 4);
  if (xml.startsWith('<![CDATA[', start)) return behind(xml, ']]>', start + 9);
  return quotedEnd(xml, start);
}

/** Past quoted texts and the brackets of a document type. */
function quotedEnd(xml: string, start: number): number {
  let brackets = 0;
  for (let at = start; at < xml.length; at += 1) {
    const mark = xml[at] as string;
    if (mark === '"' || mark === "'") {
      const closing = xml.indexOf(mark, at + 1);
      if (closing === -1) return -1;
      at = closing;
    } else if (mark === '[') brackets += 1;
    else if (mark === ']') brackets -= 1;
    else if (mark === '>' && brackets <= 0) return at + 1;
  }
  return -1;
}

function behind(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at === -1 ? -1 : at + mark.length;
}

function nameEnd(xml: string, from: number, to: number): number {
  let at = from;
  while (at < to && xml.charCodeAt(at) > 32) at += 1;
  return at;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}
