import { BestfitError } from '../../../base/errors/index.ts';
import { columnOf } from './cell-reference.ts';
import { type CellContext, CellFaults, cellText } from './cell-text.ts';
import type { Archive } from './open-archive.ts';
import { readXml } from './read-xml.ts';
import type { SheetRow } from './sheet-row.ts';
import { xmlAttribute } from './xml-attribute.ts';

const MOST_COLUMNS = 16_384;
const usualCell = /^ r="([A-Z]{1,3})\d+"(?: s="(\d+)")?(?: t="(\w+)")?$/;

/** A sheet and what to do with its rows. */
export interface SheetReading {
  readonly archive: Archive;
  readonly part: string;
  readonly context: CellContext;
  /** Told of every row that holds something, top down; false stops reading. */
  readonly row: (row: SheetRow) => boolean;
  /** Told how much of the sheet is read, 0 to 1. */
  readonly progress?: (share: number) => void;
}

/** Reads the rows of a sheet in flat memory. Rows without a value, formatted or not, are passed over. */
export async function readSheet(reading: SheetReading): Promise<CellFaults> {
  const reader = new SheetReader(reading);
  await readXml(reading.archive, reading.part, {
    open: (name, attributes) => reader.open(name, attributes),
    close: (name) => reader.close(name),
    text: (raw) => reader.text(raw),
    data: (text) => reader.text(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')),
    done: () => reader.done,
    progress: reading.progress ?? (() => undefined),
  });
  return reader.faults;
}

class SheetReader {
  readonly faults = new CellFaults();
  done = false;
  readonly #reading: SheetReading;
  #number = 0;
  #hidden = false;
  #cells: string[] = [];
  #typed = new Set<number>();
  #filled = false;
  #column = -1;
  #type: string | null = null;
  #style = 0;
  #formula = false;
  #raw = '';
  #collects = false;
  #inAid = false;

  constructor(reading: SheetReading) {
    this.#reading = reading;
  }

  open(name: string, attributes: string): void {
    switch (name) {
      case 'c':
        this.#openCell(attributes);
        return;
      case 'v':
      case 't':
        this.#collects = !this.#inAid;
        return;
      case 'f':
        this.#formula = true;
        return;
      case 'rPh':
        this.#inAid = true;
        return;
      case 'row':
        this.#openRow(attributes);
        return;
      default:
    }
  }

  close(name: string): void {
    switch (name) {
      case 'c':
        this.#closeCell();
        return;
      case 'v':
      case 't':
        this.#collects = false;
        return;
      case 'rPh':
        this.#inAid = false;
        return;
      case 'row':
        this.#closeRow();
        return;
      default:
    }
  }

  text(raw: string): void {
    if (this.#collects) this.#raw += raw;
  }

  #openRow(attributes: string): void {
    const number = Number(xmlAttribute(attributes, 'r') ?? 0);
    this.#number = Math.max(this.#number + 1, number);
    this.#hidden = /^(1|true)$/.test(xmlAttribute(attributes, 'hidden') ?? '');
    this.#cells = [];
    this.#typed = new Set();
    this.#filled = false;
    this.#column = -1;
  }

  #openCell(attributes: string): void {
    const usual = usualCell.exec(attributes);
    const reference = usual === null ? xmlAttribute(attributes, 'r') : (usual[1] as string);
    this.#column = reference === null ? this.#column + 1 : columnOf(reference);
    this.#type = usual === null ? xmlAttribute(attributes, 't') : (usual[3] ?? null);
    this.#style = Number((usual === null ? xmlAttribute(attributes, 's') : usual[2]) ?? 0);
    this.#formula = false;
    this.#raw = '';
    if (this.#column >= 0 && this.#column < MOST_COLUMNS) return;
    const why = `row ${this.#number} has a cell in no column`;
    throw new BestfitError('input.workbook-damaged', { file: this.#reading.archive.file, why });
  }

  #closeCell(): void {
    const cell = { type: this.#type, style: this.#style, raw: this.#raw, formula: this.#formula };
    const text = cellText(cell, this.#reading.context, this.faults);
    if (text === '') return;
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column] = text;
    this.#filled = true;
    if (this.#type === null || this.#type === 'n' || this.#type === 'b' || this.#type === 'd') {
      this.#typed.add(this.#column);
    }
  }

  #closeRow(): void {
    if (!this.#filled || this.done) return;
    const { row } = this.#reading;
    this.done = !row({
      number: this.#number,
      hidden: this.#hidden,
      cells: this.#cells,
      typed: this.#typed,
    });
  }
}
