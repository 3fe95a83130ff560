import { stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { BestfitError } from '../../base/errors/index.ts';
import { gunzipFile, unzipFiles } from './archives/index.ts';
import { connectorOf, knownEndings } from './connector-of.ts';
import { listFolder } from './list-folder.ts';
import { splitPart } from './split-part.ts';
import type { FindContext, FoundTable, FoundTables } from './types.ts';
import { underItsName } from './under-its-name.ts';

const MOST_NAMED = 5;

/**
 * Finds the tables to read in what the user named: a file, a folder with all in it, a `.gz` or `.zip` of files, or
 * one table of a file with several (`book.xlsx#Sheet`; a file of that very name wins). Files that cannot be read as
 * tables are refused when they were named and told in a warning when a folder or archive holds them.
 *
 * @example
 * const { tables } = await findTables(['exports', 'book.xlsx#Deals'], context);
 */
export async function findTables(given: readonly string[], context: FindContext): Promise<FoundTables> {
  const found: FoundTables[] = [];
  for (const path of given) found.push(await new TableFinder(path, context).find());
  return {
    tables: found.flatMap(({ tables }) => tables),
    warnings: found.flatMap(({ warnings }) => warnings),
  };
}

/** A file on the way to its tables. */
interface File {
  readonly path: string;
  readonly location: string;
  /** Base name; what was unpacked has the name it had in its archive. */
  readonly name: string;
}

class TableFinder {
  readonly #given: string;
  readonly #context: FindContext;
  readonly #tables: FoundTable[] = [];
  readonly #leftOut: string[] = [];

  constructor(given: string, context: FindContext) {
    this.#given = given;
    this.#context = context;
  }

  async find(): Promise<FoundTables> {
    const given = this.#given;
    const { path, part } = await splitPart(given);
    const info = await stat(path).catch(() => null);
    if (info === null) throw new BestfitError('input.file-missing', { file: given });
    if (info.isDirectory()) {
      await this.#openFolder(path);
      return this.#gathered();
    }
    if (!info.isFile()) throw new BestfitError('input.not-a-file', { file: given });
    const known = await this.#openFile({ path, location: path, name: basename(path) }, true);
    if (!known) throw new BestfitError('input.unknown-format', { file: given, known: knownEndings() });
    return this.#gathered(part);
  }

  async #openFolder(folder: string): Promise<void> {
    const { files, leftOut } = await listFolder(folder);
    this.#leftOut.push(...leftOut.map((path) => relative(folder, path)));
    for (const path of files) {
      const known = await this.#openFile({ path, location: path, name: basename(path) }, true);
      if (!known) this.#leftOut.push(relative(folder, path));
    }
  }

  /** False when it is of no kind that is read; archives within archives are not, but for one file that is packed. */
  async #openFile(file: File, archives: boolean): Promise<boolean> {
    if (isKnown(file.name)) {
      await this.#openTables(file);
      return true;
    }
    if (isPacked(file.name)) {
      await this.#gunzip(file);
      return true;
    }
    if (!archives || !/\.zip$/i.test(file.name)) return false;
    await this.#unzip(file);
    return true;
  }

  async #gunzip(file: File): Promise<void> {
    const { scratchFile, onUnpack } = this.#context;
    const path = scratchFile();
    await gunzipFile({ ...file, onUnpack }, path);
    await this.#openTables({ path, location: file.location, name: withoutGz(file.name) });
  }

  async #unzip(file: File): Promise<void> {
    const { scratchFile, onUnpack } = this.#context;
    const wanted = (name: string) => isKnown(name) || isPacked(name);
    const { files, leftOut } = await unzipFiles({ ...file, onUnpack }, { wanted, scratchFile });
    for (const { name, path } of files) {
      await this.#openFile({ path, location: join(file.location, name), name: basename(name) }, false);
    }
    this.#leftOut.push(...leftOut);
  }

  async #openTables({ path, location, name }: File): Promise<void> {
    const reader = connectorOf(name);
    if (reader === null) return;
    const connector = underItsName(reader, { path, location });
    const names = (await connector.parts?.(path)) ?? [];
    const found = { given: this.#given, path, connector };
    if (names.length < 2) {
      this.#tables.push({ ...found, source: name, location, part: names[0] ?? null });
      return;
    }
    for (const part of names) {
      this.#tables.push({ ...found, source: `${name}#${part}`, location: `${location}#${part}`, part });
    }
  }

  #gathered(part: string | null = null): FoundTables {
    const parts = this.#tables.flatMap((table) => (table.part === null ? [] : [table.part]));
    const tables = part === null ? this.#tables : this.#tables.filter((table) => table.part === part);
    if (part !== null && tables.length === 0)
      throw new BestfitError('input.unknown-part', { file: this.#given, part, parts });
    if (tables.length === 0) {
      throw new BestfitError('input.no-tables', {
        file: this.#given,
        leftOut: namesOf(this.#leftOut),
        known: knownEndings(),
      });
    }
    return { tables, warnings: this.#warnings() };
  }

  #warnings(): readonly string[] {
    const count = this.#leftOut.length;
    if (count === 0) return [];
    const were = count === 1 ? '1 file was' : `${count} files were`;
    return [`\`${this.#given}\`: ${were} not read: ${namesOf(this.#leftOut)}.`];
  }
}

function isKnown(name: string): boolean {
  return connectorOf(name) !== null;
}

/** A single file in gzip. */
function isPacked(name: string): boolean {
  return /\.gz$/i.test(name) && isKnown(withoutGz(name));
}

function withoutGz(name: string): string {
  return name.replace(/\.gz$/i, '');
}

/** The first names of a list, with how many more there are. */
function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED).map((name) => `\`${name}\``);
  const more = names.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
