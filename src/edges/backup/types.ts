/** One part of a backup, as its list names it. */
export interface BackupPart {
  /** Where it belongs in a workspace: `catalog.db`, `data/HASH.parquet`. */
  readonly path: string;
  /** Where it is in the backup. */
  readonly stored: string;
  readonly bytes: number;
  /** SHA-256 in hex. */
  readonly hash: string;
}

/** The list of a backup, kept in it as `backup.json`: the last thing that is written. */
export interface BackupList {
  readonly kind: 'bestfit-backup';
  readonly format: 1;
  /** When it was made, ISO 8601. */
  readonly at: string;
  readonly parts: readonly BackupPart[];
}

/** A file that is to become a part. */
export interface BackupSource {
  readonly path: string;
  readonly stored: string;
  /** Where it is now. */
  readonly from: string;
}

/** Where parts are put: a folder or an archive. */
export interface BackupSink {
  /** Takes a file whole; gives its size and hash as they were read. */
  readonly add: (stored: string, from: string) => Promise<Pick<BackupPart, 'bytes' | 'hash'>>;
  readonly addText: (stored: string, text: string) => Promise<void>;
  /** Makes everything durable. */
  readonly close: () => Promise<void>;
}

/** Where a part's bytes are. */
export interface BackupPlace {
  readonly file: string;
  readonly start: number;
  readonly bytes: number;
}
