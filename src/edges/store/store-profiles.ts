import { BestfitError } from '../../base/errors/index.ts';
import type { Profile, ProfileVersion } from '../../stages/profile/index.ts';
import type { Catalog } from './catalog.ts';
import type { SqlRow } from './driver.ts';
import { fromJson, toJson } from './json-column.ts';
import type { ProfileEntry, Store } from './types.ts';

type ProfileMethods = Pick<Store, 'saveProfile' | 'profile' | 'profiles' | 'publishProfile' | 'signProfile'>;

/** The numbered versions of each profile; at most one of a name is published. */
export function createProfiles(catalog: Catalog): ProfileMethods {
  const { db } = catalog;
  const subject = (made: ProfileVersion) => `${made.name} v${made.version}`;
  return {
    saveProfile: (entry) =>
      catalog.write(
        () => {
          const { name } = entry.profile;
          const version = insertVersion(catalog, entry);
          if (entry.publish) publish(catalog, name, version);
          return requireVersion(catalog, name, version);
        },
        (made) => ({ action: 'profile save', subject: subject(made), by: entry.by }),
      ),
    profile: (name, version) => catalog.read(() => findVersion(catalog, name, version)),
    profiles: () =>
      catalog.read(() => db.all(`${versionSql} order by name, version`, []).map(toProfileVersion)),
    publishProfile: (name, version) =>
      catalog.write(
        () => {
          requireVersion(catalog, name, version);
          publish(catalog, name, version);
          return requireVersion(catalog, name, version);
        },
        (made) => ({ action: 'profile publish', subject: subject(made), by: null }),
      ),
    signProfile: (name, version, { team, by, on }) =>
      catalog.write(
        () => {
          requireVersion(catalog, name, version);
          db.run('insert or replace into signatures values (?, ?, ?, ?, ?)', [name, version, team, by, on]);
          return requireVersion(catalog, name, version);
        },
        (made) => ({ action: 'profile sign', subject: `${subject(made)} for ${team}`, by }),
      ),
  };
}

const versionSql = `
  select p.*, (
    select json_group_array(json_object('team', team, 'by', signed_by, 'on', signed_on) order by signed_on, team)
    from signatures s where s.name = p.name and s.version = p.version
  ) as signed
  from profiles p`;

function insertVersion({ db }: Catalog, entry: ProfileEntry): number {
  const { profile, at, by, why, snapshot } = entry;
  const newest = db.all('select max(version) as newest from profiles where name = ?', [profile.name])[0]
    ?.newest;
  const version = Number(newest ?? 0) + 1;
  db.run(
    `insert into profiles (name, version, profile, created_at, created_by, why, snapshot, published)
     values (?, ?, ?, ?, ?, ?, ?, 0)`,
    [profile.name, version, toJson(profile), at, by, why, snapshot],
  );
  return version;
}

function publish({ db }: Catalog, name: string, version: number): void {
  db.run('update profiles set published = 0 where name = ? and published = 1', [name]);
  db.run('update profiles set published = 1 where name = ? and version = ?', [name, version]);
}

function findVersion(
  { db }: Catalog,
  name: string,
  version: number | 'published' | 'newest',
): ProfileVersion | null {
  const order = version === 'published' ? 'published desc, version desc' : 'version desc';
  const [where, params] =
    typeof version === 'number' ? ['name = ? and version = ?', [name, version]] : ['name = ?', [name]];
  const rows = db.all(`${versionSql} where ${where} order by ${order} limit 1`, params);
  return rows.map(toProfileVersion)[0] ?? null;
}

function requireVersion(catalog: Catalog, name: string, version: number): ProfileVersion {
  const found = findVersion(catalog, name, version);
  if (found === null) throw new BestfitError('profile.version-missing', { profile: name, version });
  return found;
}

function toProfileVersion(row: SqlRow): ProfileVersion {
  return {
    name: String(row.name),
    version: Number(row.version),
    profile: fromJson<Profile>(row, 'profile', 'object'),
    createdAt: String(row.created_at),
    createdBy: String(row.created_by),
    why: row.why === null ? null : String(row.why),
    published: row.published === 1,
    signedBy: fromJson<ProfileVersion['signedBy']>(row, 'signed', 'array'),
    snapshot: row.snapshot === null ? null : String(row.snapshot),
  };
}
