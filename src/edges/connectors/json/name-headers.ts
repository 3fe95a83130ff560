/** Names under which systems put the fields of a record (HubSpot, Airtable, Elasticsearch, GraphQL, JSON:API). */
const ENVELOPES: readonly string[] = ['properties', 'fields', '_source', 'node', 'attributes'];
/** Salesforce keeps the kind and address of a record in `attributes`. */
const ABOUT_RECORD: readonly string[] = ['type', 'url'];

/**
 * Headers for the paths of values: `owner.name`; `name` in place of `properties.name` where no other is called so. No
 * two are alike, whatever their case.
 *
 * @example
 * nameHeaders([['id'], ['properties', 'name'], ['properties', 'id']]); // ['id', 'name', 'properties.id']
 */
export function nameHeaders(paths: readonly (readonly string[])[]): readonly string[] {
  const described = paths.every(
    ([first, second = '']) => first !== 'attributes' || ABOUT_RECORD.includes(second),
  );
  const envelopes = described ? ENVELOPES.filter((name) => name !== 'attributes') : ENVELOPES;
  const full = paths.map((path) => path.join('.').trim());
  const short = paths.map((path) => {
    const inside = path.findIndex((name) => !envelopes.includes(name));
    return path
      .slice(inside === -1 ? path.length - 1 : inside)
      .join('.')
      .trim();
  });
  const times = new Map<string, number>();
  for (const name of short) times.set(name.toLowerCase(), (times.get(name.toLowerCase()) ?? 0) + 1);
  const wanted = short.map((name, index) =>
    times.get(name.toLowerCase()) === 1 ? name : (full[index] ?? name),
  );
  return unlike(wanted);
}

function unlike(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const plain = name || `column ${index + 1}`;
    let free = plain;
    for (let copy = 2; taken.has(free.toLowerCase()); copy += 1) free = `${plain} (${copy})`;
    taken.add(free.toLowerCase());
    return free;
  });
}
