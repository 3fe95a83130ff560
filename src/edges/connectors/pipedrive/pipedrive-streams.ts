/** What Pipedrive calls a stream, in paths, in paths of its fields and in the headers of its exports. */
export interface PipedriveStream {
  readonly name: 'companies' | 'deals' | 'contacts';
  readonly path: string;
  readonly fieldsPath: string;
  /** `Organization - Name` */
  readonly entity: string;
}

const companies: PipedriveStream = {
  name: 'companies',
  path: '/api/v2/organizations',
  fieldsPath: '/api/v2/organizationFields',
  entity: 'Organization',
};
const deals: PipedriveStream = {
  name: 'deals',
  path: '/api/v2/deals',
  fieldsPath: '/api/v2/dealFields',
  entity: 'Deal',
};
const contacts: PipedriveStream = {
  name: 'contacts',
  path: '/api/v2/persons',
  fieldsPath: '/api/v2/personFields',
  entity: 'Person',
};

/** All of them, in the order in which they are read: what is linked to comes first. */
export const pipedriveStreams = [companies, deals, contacts] as const;

/** The stream of a name; callers name only streams that the connector has. */
export function streamOf(name: string): PipedriveStream {
  const found = pipedriveStreams.find((stream) => stream.name === name);
  if (found === undefined) throw new Error(`unknown stream of Pipedrive: ${name}`);
  return found;
}
