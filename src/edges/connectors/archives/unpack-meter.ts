import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BestfitError } from '../../../base/errors/index.ts';

/** How far an archive may be unpacked; beyond it is refused as a bomb. */
export const unpackLimits = {
  /** Bytes in all. */
  mostBytes: 64 * 2 ** 30,
  /** Bytes unpacked for one byte of the archive, counted once `ratioFrom` bytes are unpacked. */
  mostRatio: 200,
  ratioFrom: 100_000_000,
  /** Part of the free disk. */
  shareOfDisk: 0.9,
} as const;

/** Counts what really comes out of one archive and refuses it when that is too much. */
export class UnpackMeter {
  readonly #file: string;
  readonly #packed: number;
  readonly #room: number;
  #unpacked = 0;

  private constructor({ file, packed, room }: { file: string; packed: number; room: number }) {
    this.#file = file;
    this.#packed = packed;
    this.#room = room;
  }

  /**
   * @param location the archive, for people
   * @param packed its size in bytes
   * @param to a file in the folder that it is unpacked to
   */
  static async start(location: string, packed: number, to: string): Promise<UnpackMeter> {
    const { bavail, bsize } = await statfs(dirname(to));
    return new UnpackMeter({ file: location, packed, room: bavail * bsize * unpackLimits.shareOfDisk });
  }

  /** Counts bytes that were unpacked; throws when they are too many. */
  count(bytes: number): void {
    const { mostBytes, mostRatio, ratioFrom } = unpackLimits;
    this.#unpacked += bytes;
    const unpacked = this.#unpacked;
    if (unpacked > mostBytes) this.#refuse(`more than ${mostBytes / 2 ** 30} GB`);
    if (unpacked > this.#room) this.#refuse('more than the free disk holds');
    if (unpacked > ratioFrom && unpacked > mostRatio * this.#packed)
      this.#refuse(`more than ${mostRatio} times its size`);
  }

  #refuse(most: string): never {
    throw new BestfitError('input.archive-too-large', { file: this.#file, packed: this.#packed, most });
  }
}
