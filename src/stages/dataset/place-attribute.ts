import type { ColumnProfile } from './column-profile.ts';
import { readHeader } from './read-header.ts';
import type { FileKind, Layer, TableName } from './types.ts';

/** Where an attribute of one's own goes and what it is guessed to be, for a person to correct. */
export interface AttributePlace {
  readonly table: TableName;
  readonly layer: Layer;
  readonly known: 'before' | 'after' | 'unknown';
}

const outcome =
  /\b(?:churn\w*|life ?cycle (?:stage|phase)|lead status|associated deals|(?:etapa|fase) del? ciclo de vida|fase del ciclo di vita|phase du cycle de vie|lebenszyklus\w*|cancel\w*|renew\w*|won|lost|(?:loss|lost|churn) reason|result|outcome|ltv|clv|lifetime|profit|margin|refund\w*|invoice\w*|paid|payment|contract\w*|closed?|closing|signed|nps|csat|satisf\w*|upsell\w*|tenure|baja|perdida|perdido|ganad[oa]|resultado|contrato|cierre|renovac\w*|cobrad\w*|factura|esito|contratto|chiusura|disdetta|rinnov\w*|perso|vinto|margine|fechamento|cancelamento|perte|gagne|perdu|contrat|cloture|resiliation|marge|vertrag\w*|kundig\w*|abschluss\w*|verlust\w*|ergebnis|verloren|gewonnen)\b/;
const technographic =
  /\b(?:uses?|using|tools?|software|platform|stack|tech\w*|crm|erp|cms|system|systems|integrations?|app|apps|provider|saas|usa|utiliza|herramientas?|programa|sistema|plataforma|tecnolog\w*|strument[oi]|gestionale|piattaforma|ferramentas?|outils?|logiciels?|plateforme|utilise|werkzeuge?|nutzt|plattform)\b/;
const geographic =
  /\b(?:city|country|countries|zip|postcode|postal|address|location|locations?|regions?|state|province|county|latitude|longitude|continent|territory|ciudad|pais|provincia|direccion|codigo postal|zona|comunidad|citta|paese|regione|indirizzo|cap|cidade|estado|endereco|ville|pays|adresse|region|code postal|stadt|land|plz|ort|anschrift|bundesland)\b/;
const behavioural =
  /\b(?:visits?|last|recent|activity|active|hiring|hired|growth|growing|funding|raised|round|signals?|engagement|login\w*|sessions?|opened|opens|clicks?|downloads?|signups?|usage|intent|job_count|job count|openings?|ultima|ultimo|visitas|crecimiento|contrata\w*|actividad|crescita|assunzion\w*|visite|crescimento|croissance|recrute\w*|wachstum|besuche|letzte\w*)\b/;
const demographic =
  /\b(?:age|gender|sex|income|salary|education|marital|married|children|kids|birth\w*|household|family|occupation|race|ethnic\w*|relationship|edad|sexo|genero|ingresos|estudios|educacion|estado civil|hijos|nacimiento|eta|sesso|genere|reddito|istruzione|figli|nascita|idade|renda|escolaridade|filhos|nascimento|sexe|genre|revenu|diplome|enfants|naissance|alter|geschlecht|einkommen|bildung|familienstand|kinder|geburt\w*)\b/;
const psychographic =
  /\b(?:interests?|hobb\w*|lifestyle|goals?|challenges?|pains?|motivation\w*|attitude|personality|beliefs?|habits?|intereses|objetivos?|retos?|dolor\w*|habitos?|interessi|obiettiv\w*|sfide|abitudini|interesses|desafios?|loisirs|objectifs?|defis?|interessen|ziele|herausforderung\w*)\b/;
const person =
  /^(?:contact|person|decision maker|contacto|persona|contatto|referente|contato|kontakt|ansprechpartner)\b/;
const account =
  /\b(?:company|account|organi[sz]ation|firm|size|employees|headcount|industry|sector|subsector|subindustry|segment|revenue|founded|ownership|subsidiary|parent|comp|empresa|tamano|industria|azienda|settore|dimensione|entreprise|secteur|taille|setor|unternehmen|firma|branche|grosse)\b/;

/**
 * Guesses table, layer and timing of a column that is no canonical field. The header serves for guesses that a
 * person is asked about, never for the verdict that a field leaks.
 */
export function placeAttribute(
  profile: ColumnProfile,
  as: FileKind,
  joined: TableName | null,
): AttributePlace {
  const { words } = readHeader(profile.header);
  const result = outcome.test(words);
  const table = as === 'lookup' ? (joined ?? 'accounts') : tableOf(words, as, result);
  return { table, layer: layerOf(words, table, result), known: knownOf(table, result) };
}

function tableOf(words: string, as: Exclude<FileKind, 'lookup'>, result: boolean): TableName {
  switch (as) {
    case 'accounts':
      return person.test(words) ? 'people' : 'accounts';
    case 'customers':
      return result ? 'customers' : person.test(words) ? 'people' : 'accounts';
    case 'transactions':
      return 'customers';
    case 'deals':
      return !result && (account.test(words) || geographic.test(words)) ? 'accounts' : 'deals';
    default:
      return /^(?:company|account|organi[sz]ation|empresa|azienda|entreprise|unternehmen)\b/.test(words)
        ? 'accounts'
        : as;
  }
}

function layerOf(words: string, table: TableName, result: boolean): Layer {
  if (result) return 'outcome';
  if (table === 'people') return 'committee';
  if (technographic.test(words)) return 'technographic';
  if (geographic.test(words)) return 'geographic';
  if (demographic.test(words)) return 'demographic';
  if (psychographic.test(words)) return 'psychographic';
  if (behavioural.test(words)) return 'behavioural';
  return tableLayers[table] ?? 'firmographic';
}

const tableLayers: Readonly<Partial<Record<TableName, Layer>>> = {
  technologies: 'technographic',
  signals: 'behavioural',
  coverage: 'behavioural',
  touches: 'behavioural',
  feedback: 'psychographic',
  judgements: 'outcome',
};

function knownOf(table: TableName, result: boolean): 'before' | 'after' | 'unknown' {
  if (result || table === 'customers' || table === 'feedback' || table === 'judgements') return 'after';
  return table === 'deals' || table === 'touches' ? 'unknown' : 'before';
}
