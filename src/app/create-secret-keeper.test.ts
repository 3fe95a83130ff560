import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { temporaryStore } from '../../test/store/temporary-workspace.ts';
import { createSecretBox } from '../edges/secrets/index.ts';
import { createSecretKeeper } from './create-secret-keeper.ts';

const needs = ['token', 'refresh-token'].map((name) => ({
  name,
  label: name,
  variable: `BESTFIT_${name.replace('-', '_').toUpperCase()}`,
  secret: true,
  required: false,
}));
const key = () => ({ BESTFIT_KEY: randomBytes(32).toString('base64') });

async function opened() {
  const store = await temporaryStore();
  const box = createSecretBox(key());
  const keeper = (environment = {}, connection = 'crm') =>
    createSecretKeeper({ store, box, environment }, { connection, needs });
  return { store, keeper };
}

describe('the secrets of a connection', () => {
  it('come from the environment before the catalog, and are nowhere else', async () => {
    const { keeper } = await opened();
    expect(await keeper().get('token')).toBeNull();
    await keeper().set('token', 'kept');
    expect(await keeper().get('token')).toBe('kept');
    expect(await keeper({ BESTFIT_TOKEN: 'given\n' }).get('token')).toBe('given');
    expect(await keeper({ BESTFIT_TOKEN: '' }).get('token')).toBe('kept');
    expect(await keeper({}, 'other').get('token')).toBeNull();
  });

  it('that were renewed count until the environment holds another', async () => {
    const { keeper } = await opened();
    const first = { BESTFIT_REFRESH_TOKEN: 'first' };
    await keeper(first).set('refresh-token', 'renewed');
    expect(await keeper(first).get('refresh-token')).toBe('renewed');
    expect(await keeper({ BESTFIT_REFRESH_TOKEN: 'second' }).get('refresh-token')).toBe('second');
  });

  it('are never in the catalog as they are, nor in the trail', async () => {
    const { store, keeper } = await opened();
    await keeper().set('token', 'pat-eu1-hush');
    expect(await store.secret('crm', 'token')).toMatch(/^v1\./);
    expect(JSON.stringify([await store.secret('crm', 'token'), await store.audit()])).not.toContain('hush');
    expect((await store.audit()).map(({ action, subject }) => `${action}: ${subject}`)).toEqual([
      'set secret: crm token',
    ]);
  });

  it('go with the connection', async () => {
    const { store, keeper } = await opened();
    await keeper().set('token', 'a-token');
    await keeper({}, 'other').set('token', 'b-token');
    await store.removeSecrets('crm');
    expect(await keeper().get('token')).toBeNull();
    expect(await keeper({}, 'other').get('token')).toBe('b-token');
  });

  it('cannot be read without their key, unless the environment gives them', async () => {
    const { store, keeper } = await opened();
    await keeper().set('token', 'kept');
    const other = (environment = {}) =>
      createSecretKeeper({ store, box: createSecretBox(key()), environment }, { connection: 'crm', needs });
    await expect(other().get('token')).rejects.toMatchObject({ code: 'connection.secret-unreadable' });
    expect(await other({ BESTFIT_TOKEN: 'given' }).get('token')).toBe('given');
  });
});
