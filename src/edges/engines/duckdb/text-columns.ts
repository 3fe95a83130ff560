import {
  type DuckDBArrayType,
  type DuckDBListType,
  DuckDBStructType,
  type DuckDBType,
  DuckDBTypeId,
} from '@duckdb/node-api';
import { quoteText } from './quote-text.ts';

/** One column of texts made of a typed column or a part of it. */
export interface TextColumn {
  readonly header: string;
  readonly of: string;
  readonly type: DuckDBType;
  readonly spelling: 'plain' | 'list' | 'json' | 'bytes' | 'none';
}

const BYTES: readonly DuckDBTypeId[] = [DuckDBTypeId.BLOB];
const NESTED: readonly DuckDBTypeId[] = [
  DuckDBTypeId.STRUCT,
  DuckDBTypeId.LIST,
  DuckDBTypeId.ARRAY,
  DuckDBTypeId.MAP,
  DuckDBTypeId.UNION,
];
const MOMENTS: readonly DuckDBTypeId[] = [
  DuckDBTypeId.DATE,
  DuckDBTypeId.TIMESTAMP,
  DuckDBTypeId.TIMESTAMP_S,
  DuckDBTypeId.TIMESTAMP_MS,
  DuckDBTypeId.TIMESTAMP_NS,
];

/** The columns of texts that a typed column becomes: one, or one for each part of a record. */
export function textColumns(header: string, of: string, type: DuckDBType): readonly TextColumn[] {
  if (type instanceof DuckDBStructType) {
    return type.entryNames.flatMap((name, index) =>
      textColumns(
        `${header}.${name}`,
        `STRUCT_EXTRACT(${of}, ${quoteText(name)})`,
        type.entryTypes[index] as DuckDBType,
      ),
    );
  }
  return [{ header, of, type, spelling: spellingOf(type) }];
}

function spellingOf(type: DuckDBType): TextColumn['spelling'] {
  if (BYTES.includes(type.typeId)) return 'bytes';
  if (!NESTED.includes(type.typeId)) return 'plain';
  if (/\bBLOB\b/.test(type.toString())) return 'none';
  return isList(type) && !NESTED.includes(type.valueType.typeId) ? 'list' : 'json';
}

function isList(type: DuckDBType): type is DuckDBListType | DuckDBArrayType {
  return type.typeId === DuckDBTypeId.LIST || type.typeId === DuckDBTypeId.ARRAY;
}

/** A list of plain values as a list of texts. */
export function textList({ of, type }: TextColumn): string {
  return isList(type) ? `LIST_TRANSFORM(${of}, LAMBDA x: ${plainText('x', type.valueType)})` : of;
}

/** A value of a type without parts as text; the macros of `createTextMacros` must be known. */
export function plainText(of: string, { typeId }: DuckDBType): string {
  if (MOMENTS.includes(typeId)) return `bestfit_time(${of})`;
  switch (typeId) {
    case DuckDBTypeId.TIMESTAMP_TZ:
      return `bestfit_moment(${of})`;
    case DuckDBTypeId.FLOAT:
    case DuckDBTypeId.DOUBLE:
      return `bestfit_real(${of})`;
    case DuckDBTypeId.DECIMAL:
      return `bestfit_decimal(${of})`;
    default:
      return `NULLIF(CAST(${of} AS VARCHAR), '')`;
  }
}
