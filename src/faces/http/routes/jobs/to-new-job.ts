import type { NewJob } from '../../../../app/jobs/index.ts';
import { nothingAsked } from '../../../../app/scorecard/index.ts';
import type { AskedJob } from './new-job-schema.ts';

/** The request of a use case from what was asked, the day of the server and who asks. */
export function toNewJob(
  asked: AskedJob,
  { asOf, by }: { readonly asOf: string; readonly by: string },
): NewJob {
  switch (asked.kind) {
    case 'sample':
      return { kind: 'sample', request: { by } };
    case 'discover': {
      const { kind, ...request } = asked;
      return { kind, request: { ...request, asOf, breadth: true } };
    }
    case 'draft': {
      const { kind, of, ...request } = asked;
      return { kind, request: { ...request, kind: of, asOf, by } };
    }
    case 'score': {
      const { kind, ...request } = asked;
      return { kind, request: { ...request, asOf } };
    }
    case 'compare': {
      const { kind, ...request } = asked;
      return { kind, request: { ...nothingAsked, ...request, asOf, by, why: null } };
    }
    case 'sync': {
      const { kind, maps, ...request } = asked;
      return { kind, request: { ...request, maps: maps.map(toMap) } };
    }
    case 'write-back': {
      const { kind, ...request } = asked;
      return { kind, request: { ...request, asOf } };
    }
    case 'learn': {
      const { kind, ...request } = asked;
      return { kind, request: { ...request, asOf, by } };
    }
  }
}

function toMap({ column, field, file }: { column: string; field: string; file?: string | undefined }) {
  return { column, field, ...(file === undefined ? {} : { file }) };
}
