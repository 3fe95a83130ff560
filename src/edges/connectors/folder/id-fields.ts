/** Headers that name a record of the file itself, as the exports of CRMs have them. */
const usual =
  /^(?:(?:record|company|account|organization|deal|opportunity|contact|person|customer) (?:- )?)?id$/i;

/**
 * The fields that may name the records of a table, the likeliest first: the one that a person said, else those whose
 * header is usual for it.
 */
export function idFields(fields: readonly string[], said: string | null): readonly string[] {
  return said === null
    ? fields.filter((field) => usual.test(field))
    : fields.filter((field) => field === said);
}
