import { plainText } from './plain-text.ts';

const sure = phrases(
  'n a, null, nan, undefined, blank, empty, no value, no data, no answer, no info, not available, ' +
    'not applicable, not specified, not provided, not set, not known, please select, select one, ' +
    'choose one, select an option, n v t, sin datos, sin dato, sin informacion, sin especificar, ' +
    'sin definir, no disponible, no aplica, no procede, no consta, n d, s d, vacio, en blanco, ' +
    'seleccionar, seleccione, non disponibile, non specificato, dato mancante, nessun dato, vuoto, ' +
    'non applicabile, seleziona, sem dados, nao disponivel, nao informado, nao aplicavel, ' +
    'sem informacao, vazio, selecione, non disponible, non renseigne, non specifie, sans objet, ' +
    'non communique, n c, vide, keine angabe, keine angaben, k a, nicht verfugbar, nicht angegeben, ' +
    'leer, keine daten',
);

/** Words that say in so many words that a value is not known, or not yet. */
const unknowns = phrases(
  'unknown, tbd, tba, tbc, to be defined, missing, unspecified, undisclosed, not disclosed, not found, ' +
    'desconocido, desconocida, por definir, sconosciuto, sconosciuta, ignoto, da definire, desconhecido, ' +
    'desconhecida, a definir, inconnu, inconnue, unbekannt',
);

const likely = new Set([
  ...unknowns,
  ...phrases(
    'na, nd, nr, nil, none, select, unassigned, xx, xxx, asdf, ninguno, ninguna, no asignado, sin asignar, ' +
      'nessuno, nessuna, nenhum, nenhuma, aucun, aucune, keine, keiner, ohne',
  ),
]);

/** Blanks whose punctuation is what tells them from a word. */
const marked =
  /^(?:#(?:n\/a|null!|value!|ref!|div\/0!|name\?|num!)|-+ ?none ?-+|\(none\)|\\n|<none>|\(select\))$/i;

/** A text made of nothing but the marks that people type to leave a cell empty. */
const emptyMarks = /^[\s\u200b\ufeff\-–—‒−_.·…?/\\()[\]#~'"`´,;:=|]*$/u;

const longestBlank = 40;

/**
 * True for a text that stands for nothing: empty, spaces, `-`, `n/a`, `#N/A`, `(blank)`, `sin datos`, ...
 * With strength `sure` only what is a value nowhere; with `likely` also words that are a real value in some columns
 * (`None`, `Unknown`, `NA` as Namibia, `Select`): right for numbers and dates, to be decided for categories.
 *
 * @example
 * isBlank('n/a', 'sure'); // true
 * isBlank('NA', 'sure'); // false
 * isBlank('NA', 'likely'); // true
 */
export function isBlank(text: string, strength: 'sure' | 'likely'): boolean {
  if (emptyMarks.test(text)) return true;
  const trimmed = text.trim();
  if (trimmed.length > longestBlank) return false;
  if (marked.test(trimmed)) return true;
  if (/\d/.test(trimmed)) return false;
  const words = plainText(trimmed);
  return sure.has(words) || (strength === 'likely' && likely.has(words));
}

/**
 * True for a word that says that nothing is known (`Unknown`, `TBD`, `desconocido`): `None` and `NA` may be an answer, this
 * is none.
 */
export function saysUnknown(text: string): boolean {
  return text.length <= longestBlank && unknowns.has(plainText(text));
}

/** What `isBlank` takes for nothing wherever it stands, as plain texts (see `plainText`). */
export function surePhrases(): readonly string[] {
  return [...sure];
}

function phrases(list: string): ReadonlySet<string> {
  return new Set(list.split(', '));
}
