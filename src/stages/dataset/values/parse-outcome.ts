import { isBlank } from './is-blank.ts';
import { blank, misfit, type Parsed, parsed } from './parsed.ts';
import { plainText } from './plain-text.ts';

/** How an opportunity ended, or that it has not. */
export type Outcome = 'won' | 'lost' | 'open';

const won = words(
  'won win winner closedwon signed converted ganado ganada ganados ganadas gano vinto vinta vinti vinte ganho ganha ' +
    'ganhos ganhas vencido vencida gagne gagnee gagnes remporte remportee gewonnen abgeschlossenpositiv success ' +
    'successful firmado firmada firmato firmata assinado assinada signe signee erfolgreich',
);
const lost = words(
  'lost loss closedlost perdido perdida perdidos perdidas perdio perso persa persi perse perdu perdue perdus perdues ' +
    'verloren abandoned abandonado abandonada abbandonato abandonne abgesagt disqualified descartado descartada ' +
    'descalificado scartato rejected rechazado rechazada rifiutato rifiutata recusado recusada refuse refusee ' +
    'abgelehnt cancelled canceled cancelado cancelada annullato annullata annule annulee storniert unqualified ' +
    'unsuccessful failed',
);
const open = words(
  'open new working engaging engaged prospecting prospect prospecto prospeccion qualified qualification qualifying ' +
    'cualificado calificado calificacion qualificato qualificazione qualificacao qualifie qualifiziert discovery ' +
    'proposal propuesta proposta proposition angebot offer oferta offerta quote quoted cotizacion preventivo orcamento ' +
    'devis negotiation negotiating negociacion negoziazione trattativa negociacao negociation verhandlung demo trial ' +
    'contacted contactado contattato contato contacte kontaktiert meeting reunion riunione reuniao pending pendiente ' +
    'progress proceso curso corso andamento cours bearbeitung laufend offen abierto abierta aperto aperta aberto ' +
    'aberta ouvert ouverte active activo activa attivo attiva ativo ativa nurturing evaluation evaluacion pipeline ' +
    'appointment presentation contractsent scheduled lead hold',
);
const closed = words(
  'closed cerrado cerrada chiuso chiusa fechado fechada cloture cloturee ferme geschlossen',
);
const not = words('not no non nao nicht');

/**
 * Reads how an opportunity ended, from a status or a stage in six languages: `Closed Won`, `perdida`, `gewonnen`.
 * A stage by another name is open when the column is known to hold outcomes (`stage: true`), and a misfit otherwise.
 * `Closed` alone does not say how.
 *
 * @example
 * parseOutcome('Cerrada ganada', { stage: false }); // { kind: 'value', value: 'won' }
 */
export function parseOutcome(text: string, options: { readonly stage: boolean }): Parsed<Outcome> {
  if (isBlank(text, 'likely')) return blank;
  const tokens = plainText(text).split(' ');
  const negated = tokens.some((token) => not.has(token));
  const isWon = tokens.some((token) => won.has(token));
  const isLost = tokens.some((token) => lost.has(token));
  if (isWon && isLost) return misfit('both won and lost');
  if (isWon || isLost)
    return negated ? misfit('neither won nor lost nor open') : parsed(isWon ? 'won' : 'lost');
  if (tokens.some((token) => closed.has(token)))
    return misfit('closed, but it does not say whether won or lost');
  const stage = tokens.some((token) => open.has(token)) || (options.stage && /\p{L}/u.test(text));
  return stage ? parsed('open') : misfit('neither won nor lost nor open');
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
