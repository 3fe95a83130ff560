import type { FieldKind, Layer, TableName } from './types.ts';

/** What the texts of a canonical field look like, when its kind alone does not say. */
export type Content = 'id' | 'name' | 'domain' | 'email' | 'country' | 'outcome';

/** One column of a canonical table, and how files call it. */
export interface CanonicalField {
  readonly table: TableName;
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly content: Content | null;
  readonly layer: Layer;
  readonly known: 'before' | 'after' | 'unknown';
  /** Fixed unit of the column: `months`, `days`; null when it has none or the file decides. */
  readonly unit: string | null;
  /** True when the column may hold bands (`51-200`). */
  readonly banded: boolean;
  /** How strongly finding this field speaks for a file of its table: 0 is nothing, 3 is proof. */
  readonly tells: number;
  /**
   * Headers that mean this field, as `plainText` gives them. `~` in front: only where the table is at home (an
   * account's country in a file of deals, not in one of people); `!`: only in a file of the table itself.
   */
  readonly aliases: readonly string[];
}

/** A canonical field without what is the same for most. */
export type FieldSketch = Pick<CanonicalField, 'name' | 'label' | 'kind' | 'tells'> &
  Partial<Pick<CanonicalField, 'content' | 'layer' | 'known' | 'unit' | 'banded'>> & {
    /** Headers by language, words in `plainText` form, separated by commas. */
    readonly as: readonly string[];
  };

/** Completes the fields of one table. */
export function sketchTable(
  table: TableName,
  usual: Pick<CanonicalField, 'layer' | 'known'>,
  sketches: readonly FieldSketch[],
): readonly CanonicalField[] {
  return sketches.map(({ as: lines, ...sketch }) => ({
    table,
    content: null,
    unit: null,
    banded: false,
    ...usual,
    ...sketch,
    aliases: withOwnName(
      sketch.name.replaceAll('_', ' '),
      lines.flatMap((line) => line.split(', ')),
    ),
  }));
}

/** The field's own name is a header too, but only in files of its table unless it is listed. */
function withOwnName(name: string, aliases: readonly string[]): readonly string[] {
  const listed = aliases.some((alias) => alias.replace(/^[~!]/, '') === name);
  return [...new Set(listed ? aliases : [`!${name}`, ...aliases])];
}

/** Headers of the reference to an account, shared by all tables that have one. */
export const accountIdHeaders: readonly string[] = [
  'account id, accountid, company id, companyid, customer id, customerid, client id, clientid, organization id, organisation id',
  'org id, company record id, associated company id, associated company ids, customer number, customer no, client number',
  'client no, account number, account no, customer code, client code, account code, crm id, associated account id, associatedcompanyid',
  'associated company ids primary, primary associated company id, id de empresa asociada, ids de empresas asociadas, id de la empresa asociada',
  'zugehorige unternehmens ids, zugehorige unternehmens id, zugeordnete unternehmens ids',
  'id cliente, id de cliente, codigo cliente, codigo de cliente, cod cliente, n cliente, numero de cliente, id empresa',
  'id de empresa, id cuenta, id de cuenta, codice cliente, id azienda, numero cliente, id da empresa, codigo do cliente',
  'id do cliente, numero do cliente, id client, code client, numero client, n client, id entreprise, id societe, id compte',
  '~account, ~company, ~customer, ~client, ~organization, ~cliente, ~empresa, ~azienda, ~entreprise, ~kunde, ~firma',
  'kunden id, kundennummer, kundennr, kunden nr, kd nr, firmen id, firmennummer, unternehmens id, account nr',
];

/** The account that a row of another table belongs to. */
export const accountIdReference: FieldSketch = {
  name: 'account_id',
  label: 'Account id',
  kind: 'text',
  content: 'id',
  known: 'before',
  layer: 'firmographic',
  tells: 0,
  as: accountIdHeaders,
};
