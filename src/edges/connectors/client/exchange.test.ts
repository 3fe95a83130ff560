import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { exchange } from './exchange.ts';

const running: (() => void)[] = [];
afterEach(() => {
  for (const close of running.splice(0)) close();
});

/** A server that answers in its own way. */
async function serve(answer: (response: ServerResponse) => void): Promise<URL> {
  const server = createServer((_, response) => answer(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  running.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}

describe('an exchange', () => {
  it('ends when nothing comes for too long', async () => {
    const late = { kind: 'failed', why: 'it took too long to answer', sure: false };
    const silent = await serve(() => undefined);
    expect(await exchange(silent, {}, { signal: null, idleMs: 40 })).toEqual(late);
    const stuck = await serve((response) => response.writeHead(200).write('a'));
    expect(await exchange(stuck, {}, { signal: null, idleMs: 40 })).toEqual(late);
  });

  it('goes on for as long as something comes', async () => {
    const slow = await serve((response) => {
      let sent = 0;
      response.writeHead(200, { 'content-type': 'text/csv' });
      const timer = setInterval(() => {
        response.write('a');
        if (++sent === 8) {
          clearInterval(timer);
          response.end();
        }
      }, 30);
    });
    const result = await exchange(slow, {}, { signal: null, idleMs: 150 });
    expect(result).toMatchObject({ answer: { body: 'aaaaaaaa' } });
  });

  it('reads no more than 200 MB', async () => {
    const endless = await serve((response) => {
      const piece = Buffer.alloc(4_000_000);
      const more = (): void => {
        if (!response.destroyed) response.write(piece, () => setImmediate(more));
      };
      response.writeHead(200);
      more();
    });
    expect(await exchange(endless, {}, { signal: null })).toEqual({ kind: 'too-large' });
  });

  it('says what happened to the connection', async () => {
    const cut = await serve((response) => response.destroy());
    expect(await exchange(cut, {}, { signal: null })).toMatchObject({ kind: 'failed', sure: false });
    for (const close of running.splice(0)) close();
    expect(await exchange(cut, {}, { signal: null })).toMatchObject({ kind: 'failed', sure: true });
  });

  it('takes an empty JSON answer for what it is: nothing, or cut', async () => {
    const answers = async (status: number) =>
      exchange(
        await serve((response) => response.writeHead(status, { 'content-type': 'application/json' }).end()),
        {},
        { signal: null },
      );
    expect(await answers(201)).toMatchObject({ answer: { status: 201, body: null } });
    expect(await answers(200)).toMatchObject({ kind: 'failed', why: 'the answer was cut off' });
    expect(await answers(500)).toMatchObject({ answer: { status: 500, body: null } });
  });
});
