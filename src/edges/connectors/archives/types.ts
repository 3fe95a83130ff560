/** An archive that the user named, or that stands in what they named. */
export interface Archive {
  readonly path: string;
  /** Where it stands, for people. */
  readonly location: string;
  /** How much of a file is unpacked, 0 to 1. */
  readonly onUnpack: (location: string, done: number) => void;
}
