import pc from 'picocolors';
import type { TextStyle } from '../types.ts';

/** Colours of the terminal, or the same functions without any. */
export type Paint = ReturnType<typeof pc.createColors>;

/** The colours for a style; plain when colour is off. */
export function paintFor(style: TextStyle): Paint {
  return pc.createColors(style.color);
}
