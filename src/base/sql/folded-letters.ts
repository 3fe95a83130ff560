/** Blocks of Unicode that hold Latin letters with accents. */
const blocks = [
  [0xc0, 0x24f],
  [0x1e00, 0x1eff],
] as const;

/** Lower-case Latin letters with accents, and in step with them the letters without. */
export const foldedLetters: { readonly from: string; readonly to: string } = foldLetters();

function foldLetters() {
  let [from, to] = ['', ''];
  for (const [first, last] of blocks)
    for (let code = first; code <= last; code++) {
      const letter = String.fromCodePoint(code);
      const bare = letter.normalize('NFD').replace(/\p{M}/gu, '');
      if (letter !== letter.toLowerCase() || bare === letter || bare.length !== 1) continue;
      from += letter;
      to += bare;
    }
  return { from, to };
}
