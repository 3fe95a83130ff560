/** A step of a pipeline that lets everything through and tells how many bytes each chunk has. */
export function watchBytes(
  visit: (bytes: number) => void,
): (chunks: AsyncIterable<Buffer>) => AsyncIterable<Buffer> {
  return async function* (chunks) {
    for await (const chunk of chunks) {
      visit(chunk.length);
      yield chunk;
    }
  };
}
