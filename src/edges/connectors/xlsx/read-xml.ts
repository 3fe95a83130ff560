import { TextDecoder } from 'node:util';
import { BestfitError } from '../../../base/errors/index.ts';
import type { Archive } from './open-archive.ts';
import { XmlFault, type XmlHandler, XmlScanner } from './xml-scanner.ts';

/** What is told of a document; the parts that a reader does not need are left out. */
export type XmlReader = Partial<XmlHandler> & {
  /** Asked after every chunk: true stops reading. */
  readonly done?: () => boolean;
  /** Told after every chunk how much of the part is read, 0 to 1. */
  readonly progress?: (share: number) => void;
};

const nothing = () => undefined;

/** Streams one XML part of a workbook through a reader; refuses what is no well-formed XML. */
export async function readXml(archive: Archive, name: string, reader: XmlReader): Promise<void> {
  const {
    open = nothing,
    close = nothing,
    text = nothing,
    data = nothing,
    done = () => false,
    progress = nothing,
  } = reader;
  const scanner = new XmlScanner({ open, close, text, data });
  let decoder: TextDecoder | null = null;
  try {
    let whole = true;
    await archive.read(name, (chunk, share) => {
      decoder ??= new TextDecoder(encodingOf(chunk));
      scanner.feed(decoder.decode(chunk, { stream: true }));
      progress(share);
      whole = !done();
      return whole;
    });
    if (whole) scanner.end();
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    const why = `its part ${name} is no well-formed XML: ${error.message}`;
    throw new BestfitError('input.workbook-damaged', { file: archive.file, why }, { cause: error });
  }
}

function encodingOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';
}
