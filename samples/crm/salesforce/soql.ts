import type { ObjectRow } from './object-rows.ts';
import { fieldsOf, type SalesforceAccount, type Value } from './salesforce-account.ts';
import type { SalesforceField } from './salesforce-fields.ts';
import { SalesforceRefusal } from './salesforce-refusal.ts';
import { malformed, type SoqlToken, soqlTokens } from './soql-tokens.ts';

/** A query that was understood. */
export interface SoqlQuery {
  readonly object: string;
  /** Names as Salesforce spells them; null: only the number is asked for. */
  readonly fields: readonly string[] | null;
  readonly holds: (row: ObjectRow) => boolean;
  readonly order: readonly {
    readonly read: (row: ObjectRow) => Comparable;
    readonly isDescending: boolean;
  }[];
  readonly limit: number | null;
}

type Comparable = string | number | null;
type Test = (row: ObjectRow) => boolean;

/**
 * Reads the part of SOQL that a sync needs: fields of one object or `COUNT()`, conditions with AND, OR, NOT and
 * brackets, ORDER BY and LIMIT. Everything else is refused, as is a field that the object does not have.
 */
export function readSoql(account: SalesforceAccount, query: string): SoqlQuery {
  return new SoqlReader(account, soqlTokens(query)).read();
}

class SoqlReader {
  readonly #account: SalesforceAccount;
  readonly #tokens: readonly SoqlToken[];
  #at = 0;
  #object = '';

  constructor(account: SalesforceAccount, tokens: readonly SoqlToken[]) {
    this.#account = account;
    this.#tokens = tokens;
  }

  read(): SoqlQuery {
    this.#expect('SELECT');
    const names = this.#names();
    this.#expect('FROM');
    this.#object = this.#word();
    fieldsOf(this.#account, this.#object);
    const isCount = names.length === 1 && names[0] === 'COUNT()';
    const fields = isCount ? null : names.map((name) => this.#field(name).name);
    const holds = this.#takes('WHERE') ? this.#anyOf() : () => true;
    const order = this.#takes('ORDER') ? this.#order() : [];
    const limit = this.#takes('LIMIT') ? Number(this.#value().value) : null;
    if (this.#at < this.#tokens.length) throw malformed(this.#near());
    return { object: this.#object, fields, holds, order, limit };
  }

  #names(): readonly string[] {
    const names = [];
    do {
      const name = this.#word();
      const isCount = name.toUpperCase() === 'COUNT' && this.#takes('(');
      if (isCount) this.#expect(')');
      names.push(isCount ? 'COUNT()' : name);
    } while (this.#takes(','));
    return names;
  }

  #anyOf(): Test {
    const tests = [this.#allOf()];
    while (this.#takes('OR')) tests.push(this.#allOf());
    return (row) => tests.some((test) => test(row));
  }

  #allOf(): Test {
    const tests = [this.#condition()];
    while (this.#takes('AND')) tests.push(this.#condition());
    return (row) => tests.every((test) => test(row));
  }

  #condition(): Test {
    if (this.#takes('NOT')) {
      const inner = this.#condition();
      return (row) => !inner(row);
    }
    if (this.#takes('(')) {
      const inner = this.#anyOf();
      this.#expect(')');
      return inner;
    }
    return this.#comparison();
  }

  #comparison(): Test {
    const field = this.#field(this.#word());
    if (field.type === 'address')
      throw new SalesforceRefusal(
        400,
        'INVALID_FIELD',
        `field '${field.name}' can not be filtered in a query call`,
      );
    const read = (row: ObjectRow): Comparable => comparable(field, row.value(field.name));
    const isNegated = this.#takes('NOT');
    if (this.#takes('IN')) {
      const values = this.#list(field);
      return (row) => values.has(read(row)) !== isNegated;
    }
    if (isNegated) throw malformed(this.#near());
    if (this.#takes('LIKE')) return likeTest(read, String(this.#literal(field)));
    const sign = this.#next();
    if (sign.kind !== 'sign') throw malformed(this.#near());
    return compareTest(read, sign.text, this.#literal(field));
  }

  #list(field: SalesforceField): ReadonlySet<Comparable> {
    this.#expect('(');
    const values = new Set<Comparable>();
    do values.add(this.#literal(field));
    while (this.#takes(','));
    this.#expect(')');
    return values;
  }

  /** A value to compare with: moments are not quoted in SOQL, texts are. */
  #literal(field: SalesforceField): Comparable {
    const token = this.#next();
    if (token.kind === 'value') {
      const needsMoment = field.type === 'date' || field.type === 'datetime';
      if (needsMoment !== token.isMoment)
        throw new SalesforceRefusal(
          400,
          'INVALID_FIELD',
          `value of filter criterion for field '${field.name}' must be of type ${field.type} and ${needsMoment ? 'should not' : 'should'} be enclosed in quotes`,
        );
      return typeof token.value === 'string' && field.type === 'id'
        ? token.value.slice(0, 15)
        : lower(token.value);
    }
    const word = token.text.toLowerCase();
    if (word === 'null') return null;
    if (word === 'true' || word === 'false') return word;
    throw malformed(token.text);
  }

  #order(): SoqlQuery['order'] {
    this.#expect('BY');
    const order = [];
    do {
      const field = this.#field(this.#word());
      const isDescending = this.#takes('DESC');
      if (!isDescending) this.#takes('ASC');
      order.push({ read: (row: ObjectRow) => comparable(field, row.value(field.name)), isDescending });
    } while (this.#takes(','));
    return order;
  }

  #field(name: string): SalesforceField {
    for (const field of fieldsOf(this.#account, this.#object).values())
      if (field.name.toLowerCase() === name.toLowerCase()) return field;
    throw new SalesforceRefusal(
      400,
      'INVALID_FIELD',
      `No such column '${name}' on entity '${this.#object}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name.`,
    );
  }

  #next(): SoqlToken {
    const token = this.#tokens[this.#at++];
    if (token === undefined) throw malformed('<EOF>');
    return token;
  }

  #word(): string {
    const token = this.#next();
    if (token.kind !== 'word') throw malformed(this.#near());
    return token.text;
  }

  #value() {
    const token = this.#next();
    if (token.kind !== 'value') throw malformed(this.#near());
    return token;
  }

  #takes(text: string): boolean {
    const token = this.#tokens[this.#at];
    const isIt = token !== undefined && token.kind !== 'value' && token.text.toUpperCase() === text;
    if (isIt) this.#at++;
    return isIt;
  }

  #expect(text: string): void {
    if (!this.#takes(text)) throw malformed(this.#near());
  }

  #near(): string {
    const token = this.#tokens[this.#at];
    if (token === undefined) return '<EOF>';
    return token.kind === 'value' ? String(token.value) : token.text;
  }
}

function lower(value: string | number): string | number {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

function comparable(field: SalesforceField, value: Value): Comparable {
  if (value === null || typeof value === 'object') return null;
  if (field.type === 'date' || field.type === 'datetime') return Date.parse(String(value));
  if (field.type === 'id') return String(value).slice(0, 15);
  return typeof value === 'boolean' ? String(value) : lower(value);
}

function compareTest(read: (row: ObjectRow) => Comparable, sign: string, value: Comparable): Test {
  if (sign === '=') return (row) => read(row) === value;
  if (sign === '!=') return (row) => read(row) !== value;
  if (value === null || !['<', '<=', '>', '>='].includes(sign)) throw malformed(sign);
  return (row) => {
    const found = read(row);
    if (found === null) return false;
    if (sign === '<') return found < value;
    if (sign === '<=') return found <= value;
    return sign === '>' ? found > value : found >= value;
  };
}

function likeTest(read: (row: ObjectRow) => Comparable, pattern: string): Test {
  const source = pattern
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('%', '.*')
    .replaceAll('_', '.');
  const expression = new RegExp(`^${source}$`, 's');
  return (row) => expression.test(String(read(row) ?? ''));
}
