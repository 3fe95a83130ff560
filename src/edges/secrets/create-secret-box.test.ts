import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSecretBox } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'bestfit-key-'));
beforeEach(() => mkdirSync(folder, { recursive: true }));
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'bestfit', 'key');
const inFile = { XDG_CONFIG_HOME: folder };
const token = { connection: 'crm', secret: 'token' };

describe('a box for secrets', () => {
  it('gives back what was sealed, and shows nothing of it', async () => {
    const box = createSecretBox({ BESTFIT_KEY: randomBytes(32).toString('base64') });
    const texts = fc.string({ unit: 'grapheme', maxLength: 200 });
    const property = fc.asyncProperty(texts, fc.string(), fc.string(), async (text, connection, secret) => {
      const sealed = await box.seal(text, { connection, secret });
      expect(await box.unseal(sealed, { connection, secret })).toBe(text);
      if (text.length > 8) expect(sealed).not.toContain(text);
    });
    await fc.assert(property);
  });

  it('never seals the same way twice', async () => {
    const box = createSecretBox(inFile);
    expect(await box.seal('hush', token)).not.toBe(await box.seal('hush', token));
  });

  it('makes a key for its owner alone when the first secret is sealed, and uses it from then on', async () => {
    const sealed = await createSecretBox(inFile).seal('hush', token);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'bestfit')).mode & 0o777).toBe(0o700);
    expect(await createSecretBox(inFile).unseal(sealed, token)).toBe('hush');
    const same = { BESTFIT_KEY: readFileSync(file, 'utf8') };
    expect(await createSecretBox(same).unseal(sealed, token)).toBe('hush');
  });

  it('makes one key when several processes begin together', async () => {
    const sealed = await Promise.all(
      Array.from({ length: 8 }, () => createSecretBox(inFile).seal('hush', token)),
    );
    for (const each of sealed) expect(await createSecretBox(inFile).unseal(each, token)).toBe('hush');
  });

  it('says so when the key is missing, and makes none for reading', async () => {
    const sealed = await createSecretBox(inFile).seal('hush', token);
    rmSync(file);
    await expect(createSecretBox(inFile).unseal(sealed, token)).rejects.toMatchObject({
      code: 'connection.secret-unreadable',
      params: { connection: 'crm', secret: 'token', key: file, hasKey: false },
    });
    expect(existsSync(file)).toBe(false);
  });

  it('opens nothing with another key, for another place, or altered', async () => {
    const box = createSecretBox(inFile);
    const sealed = await box.seal('hush', token);
    const other = createSecretBox({ BESTFIT_KEY: randomBytes(32).toString('base64') });
    const refused = { code: 'connection.secret-unreadable', params: { hasKey: true } };
    await expect(other.unseal(sealed, token)).rejects.toMatchObject(refused);
    await expect(box.unseal(sealed, { ...token, connection: 'b' })).rejects.toMatchObject(refused);
    await expect(box.unseal(sealed, { ...token, secret: 'b' })).rejects.toMatchObject(refused);
    const bytes = Buffer.from(sealed.slice(3), 'base64');
    for (let at = 0; at < bytes.length; at++) {
      const altered = Buffer.from(bytes);
      altered[at]! ^= 1;
      const text = `v1.${altered.toString('base64')}`;
      await expect(box.unseal(text, token)).rejects.toMatchObject(refused);
    }
    await expect(box.unseal('', token)).rejects.toMatchObject(refused);
  });

  it('refuses a key that others may read, and one that is none', async () => {
    const box = createSecretBox({ BESTFIT_KEY_FILE: join(folder, 'mine') });
    await expect(box.seal('hush', token)).resolves.toMatch(/^v1\./);
    chmodSync(join(folder, 'mine'), 0o640);
    await expect(box.seal('hush', token)).rejects.toMatchObject({ code: 'connection.key-exposed' });
    chmodSync(join(folder, 'mine'), 0o600);
    writeFileSync(join(folder, 'mine'), 'short\n');
    await expect(box.seal('hush', token)).rejects.toMatchObject({ code: 'connection.key-unfit' });
    await expect(createSecretBox({ BESTFIT_KEY: 'x' }).seal('hush', token)).rejects.toMatchObject({
      params: { key: '$BESTFIT_KEY' },
    });
  });

  it('says so when no key can be made or read there', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    const box = createSecretBox({ BESTFIT_KEY_FILE: join(folder, 'a-file', 'key') });
    await expect(box.seal('hush', token)).rejects.toMatchObject({ code: 'connection.key-unwritable' });
  });
});
