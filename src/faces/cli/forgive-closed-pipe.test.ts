import { afterEach, expect, it } from 'vitest';
import { forgiveClosedPipe } from './forgive-closed-pipe.ts';

const before = process.stdout.listeners('error');

afterEach(() => {
  for (const listener of process.stdout.listeners('error')) {
    if (!before.includes(listener)) process.stdout.off('error', listener as () => void);
  }
});

it('a reader that stops early is no error, every other failure of the output is', () => {
  forgiveClosedPipe();
  forgiveClosedPipe();
  expect(process.stdout.listeners('error')).toHaveLength(before.length + 1);
  const failure = (code: string) => Object.assign(new Error(code), { code });
  expect(() => process.stdout.emit('error', failure('EPIPE'))).not.toThrow();
  expect(() => process.stdout.emit('error', failure('ENOSPC'))).toThrow('ENOSPC');
});
