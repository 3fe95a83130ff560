import { numberedParquet, type SqlRelation } from '../../base/sql/index.ts';
import type { StagedFile } from '../../edges/connectors/index.ts';
import { ROW } from '../../stages/dataset/index.ts';

/** The rows of a staged file with their numbers as `__row`. */
export function stagedRows({ path }: Pick<StagedFile, 'path'>, alias: string | null = null): SqlRelation {
  return numberedParquet(path, { rowNumber: ROW, alias });
}
