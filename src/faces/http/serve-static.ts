import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { Readable } from 'node:stream';

/** A file of the built web app. */
interface StaticFile {
  readonly path: string;
  readonly bytes: number;
  /** Whether it lies beside its brotli-compressed self (`.br`), and how long that is. */
  readonly compressed: number | null;
}

/** The built web app by address: listed once, so that no address leads anywhere else. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

/** Lists the files of the web app. */
export async function findStaticFiles(folder: string): Promise<StaticFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = new Map<string, number>();
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const path = join(entry.parentPath, entry.name);
    sizes.set(`/${relative(folder, path).split(sep).join('/')}`, (await stat(path)).size);
  }
  const files = new Map<string, StaticFile>();
  for (const [address, bytes] of sizes) {
    if (address.endsWith('.br')) continue;
    const compressed = sizes.get(`${address}.br`) ?? null;
    files.set(address, { path: join(folder, address), bytes, compressed });
  }
  return files;
}

/** Serves a file; every other address of the app is its one page, which finds its way by the address. */
export function serveStatic(files: StaticFiles, request: Request): Response {
  const { pathname } = new URL(request.url);
  const known = files.get(pathname);
  if (known === undefined && extname(pathname) !== '') return new Response('Not found', { status: 404 });
  const file = known ?? files.get('/index.html');
  if (file === undefined) return new Response('Not found', { status: 404 });
  const packed = file.compressed !== null && /\bbr\b/.test(request.headers.get('accept-encoding') ?? '');
  const isHashed = pathname.startsWith('/assets/');
  const headers = new Headers({
    'content-type': types[extname(file.path)] ?? 'application/octet-stream',
    'content-length': String(packed ? file.compressed : file.bytes),
    'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
  });
  if (packed) headers.set('content-encoding', 'br');
  const stream = Readable.toWeb(createReadStream(packed ? `${file.path}.br` : file.path));
  return new Response(stream as unknown as ReadableStream, { headers });
}
