import type { PreparedField } from '../../edges/connectors/index.ts';
import type { TableRef } from '../../stages/dataset/index.ts';
import type { WritePlanParts } from '../../stages/sync/index.ts';
import type { Workspace } from '../workspace.ts';
import type { KnownConnection } from './find-connection.ts';
import type { OpenedSource } from './open-source.ts';
import type { WriteBackRequest } from './types.ts';
import { type WritableName, writableFields } from './write-fields.ts';

/** The stream that scores are written to. */
export const writtenStream = 'companies';

/** Everything a write-back works with. */
export interface WriteWork {
  readonly workspace: Workspace;
  readonly request: WriteBackRequest;
  readonly connection: KnownConnection;
  readonly opened: OpenedSource;
  readonly names: readonly WritableName[];
  readonly prepared: readonly PreparedField[];
  readonly parts: WritePlanParts;
  /** What was written since it was read. */
  readonly earlier: readonly TableRef[];
}

/** What the source calls a field; null where it is not there. */
export function targetOf(prepared: readonly PreparedField[], name: WritableName): string | null {
  return prepared.find((field) => field.name === writableFields[name].name)?.target ?? null;
}
