import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { BestfitError } from '../../../base/errors/index.ts';

const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const START = 512;

/** Refuses what is no ZIP archive and says what it is: a page, a text, an old workbook, one with a password. */
export async function checkContainer(path: string): Promise<void> {
  const info = await stat(path).catch(() => null);
  if (info === null) throw new BestfitError('input.file-missing', { file: path });
  if (!info.isFile()) throw new BestfitError('input.not-a-file', { file: path });
  if (info.size === 0) throw new BestfitError('input.file-empty', { file: path });
  const start = await startOf(path);
  if (start.toString('latin1', 0, 2) === 'PK') return;
  if (start.readUInt32BE(0) === 0xd0cf11e0 && (await holds(path, ENCRYPTED))) {
    throw new BestfitError('input.password', { file: path });
  }
  throw new BestfitError('input.not-a-workbook', { file: path, looksLike: likeness(start) });
}

async function startOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const start = Buffer.alloc(START);
    await file.read(start, 0, START, 0);
    return start;
  } finally {
    await file.close();
  }
}

function likeness(start: Buffer): string {
  if (start.readUInt32BE(0) === 0xd0cf11e0) return 'an old Excel workbook (.xls)';
  const text = start
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .replace(/\0/g, '')
    .trimStart();
  if (/^(<!doctype html|<html|<table|<head|<body|<meta|<div|<style)/i.test(text)) return 'a web page (HTML)';
  if (/^<\?xml[^>]*>\s*<\?mso-application|urn:schemas-microsoft-com:office:spreadsheet/i.test(text)) {
    return 'an Excel 2003 XML table';
  }
  if (text.startsWith('%PDF')) return 'a PDF';
  const isText = text !== '' && !/\p{Cc}/u.test(text.replace(/[\t\r\n\x80-\x9f]/g, ''));
  return isText ? 'plain text, such as CSV' : 'a binary file';
}

async function holds(path: string, wanted: Buffer): Promise<boolean> {
  let tail = Buffer.alloc(0);
  for await (const chunk of createReadStream(path)) {
    const joined = Buffer.concat([tail, chunk as Buffer]);
    if (joined.includes(wanted)) return true;
    tail = joined.subarray(Math.max(0, joined.length - wanted.length));
  }
  return false;
}
