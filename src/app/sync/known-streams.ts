import type { RecordConnector, RecordSource } from '../../edges/connectors/index.ts';

/** The streams of a source: those of its connector, or (a folder of files) those that are there now. */
export async function knownStreams(
  { streams }: Pick<RecordConnector, 'streams'>,
  source: RecordSource,
): Promise<readonly string[]> {
  if (streams.length > 0) return streams;
  const account = await source.check();
  return account.streams.map(({ stream }) => stream);
}
