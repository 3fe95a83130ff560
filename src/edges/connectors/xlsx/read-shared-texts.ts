import { decodeXml } from './decode-xml.ts';
import type { Archive } from './open-archive.ts';
import { readXml } from './read-xml.ts';
import type { SharedTexts } from './shared-texts.ts';
import { unescapeText } from './unescape-text.ts';

/** Reads all shared texts of a workbook: rich text as its plain text, without the reading aids of Japanese. */
export async function readSharedTexts(archive: Archive, part: string, into: SharedTexts): Promise<void> {
  let pieces: string[] = [];
  let inText = false;
  let inAid = false;
  await readXml(archive, part, {
    open: (name) => {
      if (name === 'si') pieces = [];
      else if (name === 't') inText = true;
      else if (name === 'rPh') inAid = true;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') inAid = false;
      else if (name === 'si') into.add(unescapeText(decodeXml(pieces.join(''))));
    },
    text: (raw) => {
      if (inText && !inAid) pieces.push(raw);
    },
    data: (text) => {
      if (inText && !inAid) pieces.push(text.replaceAll('&', '&amp;'));
    },
  });
}
