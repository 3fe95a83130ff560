import { describe, expect, it } from 'vitest';
import { clientOrigin, refusePrivateHost } from './client-origin.ts';

describe('the origin of a connection', () => {
  it('is https and a host', () => {
    expect(clientOrigin('https://acme.my.salesforce.com/', false)).toBe('https://acme.my.salesforce.com');
  });

  it.each([
    null,
    '',
    'acme.com',
    'http://acme.com',
    'ftp://acme.com',
    'https://acme.com/path',
    'https://acme.com?a=1',
    'https://me:pass@acme.com',
    'http://127.0.0.1:80',
    'http://localhost',
  ])('is not %s', (text) => {
    expect(() => clientOrigin(text, false)).toThrow(
      expect.objectContaining({ code: 'connection.bad-origin' }),
    );
  });

  it.each([
    'https://127.0.0.1',
    'https://2130706433',
    'https://0x7f.1',
    'https://[::1]',
    'https://[::ffff:10.0.0.1]',
    'https://169.254.169.254',
  ])('is no private address, such as %s', (text) => {
    const refused = expect.objectContaining({ code: 'connection.private-address' });
    expect(() => clientOrigin(text, false)).toThrow(refused);
    expect(clientOrigin(text, true)).toMatch(/^https:/);
  });

  it('may be plain on this machine alone, and only where it is allowed', () => {
    expect(clientOrigin('http://127.0.0.1:8080', true)).toBe('http://127.0.0.1:8080');
    expect(clientOrigin('http://[::1]:8080', true)).toBe('http://[::1]:8080');
    for (const text of ['http://10.0.0.1', 'http://127.0.0.1.example.com', 'http://acme.com'])
      expect(() => clientOrigin(text, true)).toThrow('`https://`');
  });

  it('never shows a password', () => {
    expect(() => clientOrigin('https://me:hush@acme.com', false)).toThrow('`https://acme.com`');
  });

  it('is refused when its name leads to this machine', async () => {
    await expect(refusePrivateHost('https://localhost')).rejects.toMatchObject({
      code: 'connection.private-address',
    });
  });
});
