/** Marks a SQLite file as a Bestfit catalog (`BFIT`). */
export const applicationId = 0x42464954;

/**
 * The catalog's schema, one step per version; a released step is never edited, only followed by another.
 * A workspace made by an older Bestfit is brought up to date when it is opened.
 */
export const migrations: readonly string[] = [
  `
  create table commits (
    id integer primary key autoincrement,
    parent integer,
    at text not null,
    what text not null,
    snapshot_id text not null,
    snapshot text not null,
    sources text not null,
    quarantine text,
    undone_at text
  ) strict;
  create table commit_files (
    commit_id integer not null references commits (id) on delete cascade,
    file text not null,
    primary key (commit_id, file)
  ) strict, without rowid;
  create table head (
    only_row integer primary key check (only_row = 1),
    commit_id integer references commits (id)
  ) strict;
  insert into head (only_row, commit_id) values (1, null);

  create table profiles (
    name text not null,
    version integer not null,
    profile text not null,
    created_at text not null,
    created_by text not null,
    why text,
    snapshot text,
    published integer not null check (published in (0, 1)),
    primary key (name, version)
  ) strict;
  create unique index one_published_version on profiles (name) where published = 1;
  create table signatures (
    name text not null,
    version integer not null,
    team text not null,
    signed_by text not null,
    signed_on text not null,
    primary key (name, version, team),
    foreign key (name, version) references profiles (name, version)
  ) strict;

  create table judgements (
    id integer primary key autoincrement,
    account_id text,
    pattern text,
    team text not null,
    kind text not null,
    reason text not null,
    said_by text not null,
    said_on text not null
  ) strict;
  create table hypotheses (
    id integer primary key autoincrement,
    condition text not null,
    said_by text not null,
    said_on text not null,
    after_discovery_of text
  ) strict;

  create table runs (
    id integer primary key autoincrement,
    kind text not null,
    at text not null,
    snapshot text not null,
    profile_name text,
    profile_version integer,
    as_of text not null,
    seed integer,
    options text not null,
    result text not null,
    file text,
    file_rows integer
  ) strict;
  create index runs_by_kind on runs (kind, snapshot, id);

  create table settings (key text primary key, value text not null) strict;
  create table audit (
    id integer primary key autoincrement,
    at text not null,
    action text not null,
    subject text not null,
    done_by text
  ) strict;
  `,
  `
  create table jobs (
    id integer primary key autoincrement,
    kind text not null,
    state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled', 'interrupted')),
    request text not null,
    progress text,
    result text,
    error text,
    created_at text not null,
    started_at text,
    ended_at text,
    seen_at text,
    process text,
    head_id integer
  ) strict;
  create unique index one_running_job on jobs (state) where state = 'running';
  `,
  `
  alter table judgements add column taken_back_on text;
  alter table judgements add column taken_back_by text;
  `,
  `
  create table files (
    file text primary key,
    bytes integer not null,
    modified integer not null
  ) strict, without rowid;
  `,
  `
  create table secrets (
    connection text not null,
    name text not null,
    sealed text not null,
    changed_at text not null,
    primary key (connection, name)
  ) strict, without rowid;
  `,
];
