import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../../../test/store/temporary-workspace.ts';
import { openDriver } from './driver.ts';
import { inspectCatalog, migrate } from './migrate.ts';

function openEmpty() {
  const db = openDriver(join(temporaryFolder(), 'catalog.db'), { busyMs: 0 });
  onTestFinished(() => db.close());
  return db;
}

const first = 'create table customers (name text)';
const second = "alter table customers add column country text; update customers set country = 'ES'";

describe('migrate', () => {
  it('runs only the steps that a catalog has not seen', () => {
    const db = openEmpty();
    migrate(db, [first], 'w');
    db.run('insert into customers (name) values (?)', ['Acme']);
    migrate(db, [first, second], 'w');
    migrate(db, [first, second], 'w');
    expect(db.all('select * from customers', [])).toEqual([{ name: 'Acme', country: 'ES' }]);
    expect(inspectCatalog(db)).toEqual({ kind: 'ours', version: 2 });
  });

  it('leaves the catalog as it was when a step fails', () => {
    const db = openEmpty();
    migrate(db, [first], 'w');
    expect(() => migrate(db, [first, second, 'create table customers (name text)'], 'w')).toThrow(
      'already exists',
    );
    expect(inspectCatalog(db)).toEqual({ kind: 'ours', version: 1 });
    expect(() => db.all('select country from customers', [])).toThrow('no such column');
  });

  it('refuses a catalog that is ahead of it', () => {
    const db = openEmpty();
    migrate(db, [first, second], 'w');
    expect(() => migrate(db, [first], 'w')).toThrow(expect.objectContaining({ code: 'store.newer-schema' }));
  });
});
