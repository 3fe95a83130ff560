import { accountIdReference, type CanonicalField, sketchTable } from './canonical-field.ts';

/** One row per judgement of a person about an account or a pattern. */
export const judgementFields: readonly CanonicalField[] = sketchTable(
  'judgements',
  { layer: 'outcome', known: 'after' },
  [
    accountIdReference,
    {
      name: 'pattern',
      label: 'Pattern',
      kind: 'text',
      tells: 1,
      as: ['!pattern, !patron, !modello, !padrao, !motif, !muster'],
    },
    {
      name: 'team',
      label: 'Team',
      kind: 'category',
      tells: 1,
      as: ['!team, !department, !equipo, !departamento, !squadra, !reparto, !equipe, !abteilung'],
    },
    {
      name: 'kind',
      label: 'Judgement',
      kind: 'category',
      tells: 1.5,
      as: [
        'judgement, judgment, verdict, opinion, !kind, !type, juicio, giudizio, juizo, jugement, urteil, einschatzung',
      ],
    },
    {
      name: 'reason',
      label: 'Reason',
      kind: 'text',
      tells: 1,
      as: [
        '!reason, !because, !why, !comment, !motivo, !razon, !porque, !perche, !razao, !raison, !pourquoi, !grund, !begrundung',
      ],
    },
    {
      name: 'said_by',
      label: 'Said by',
      kind: 'text',
      tells: 1.5,
      as: [
        'said by, judged by, !author, !by, !dicho por, !autor, !detto da, !autore, !dito por, !dit par, !auteur, !gesagt von',
      ],
    },
    {
      name: 'said_on',
      label: 'Said on',
      kind: 'date',
      tells: 1,
      as: ['said on, judged on, !date, !fecha, !data, !datum, !dicho el'],
    },
  ],
);

/** One row per answer, ticket or turn of a conversation. */
export const feedbackFields: readonly CanonicalField[] = sketchTable(
  'feedback',
  { layer: 'psychographic', known: 'after' },
  [
    {
      name: 'feedback_id',
      label: 'Feedback id',
      kind: 'text',
      content: 'id',
      tells: 1.2,
      as: [
        'feedback id, response id, ticket id, submission id, survey response id, answer id, respondent id, token, !id, !record id, id respuesta, id risposta, id resposta, id reponse, antwort id',
      ],
    },
    accountIdReference,
    {
      name: 'kind',
      label: 'Kind',
      kind: 'category',
      tells: 0.5,
      as: ['feedback type, survey type, ticket type, survey name, !kind, !type, !survey, !tipo, !art'],
    },
    {
      name: 'asked',
      label: 'Question',
      kind: 'text',
      tells: 1.5,
      as: [
        'question, asked, question text, pregunta, domanda, pergunta, !frage, questione, fragetext, intitule de la question',
      ],
    },
    {
      name: 'text',
      label: 'Answer',
      kind: 'text',
      tells: 1.8,
      as: [
        'answer, response, feedback, verbatim, review, ticket description, survey response, open answer, open text, customer comment, comment text, transcript, utterance, !text, !comment, !comments, !message, !description, !subject, !content, !body, !review text',
        'respuesta, comentario, opinion del cliente, !texto, !mensaje, risposta, commento, !testo, resposta, !mensagem, reponse, commentaire, avis, !texte, antwort, kommentar, ruckmeldung, kundenfeedback, !nachricht',
      ],
    },
    {
      name: 'score',
      label: 'Score',
      kind: 'number',
      tells: 1.2,
      as: [
        'survey score, feedback score, answer score, !score, !rating, !nps, !csat, !nps score, !csat score, !stars, !puntuacion, !valoracion, !nota, !punteggio, !voto, !pontuacao, !note, !bewertung, !punktzahl',
      ],
    },
    {
      name: 'scale',
      label: 'Scale',
      kind: 'text',
      tells: 0.8,
      as: ['rating scale, !scale, !escala, !scala, !echelle, !skala'],
    },
    {
      name: 'said_on',
      label: 'Said on',
      kind: 'date',
      tells: 0.8,
      as: [
        'response date, submitted at, submit date, answered on, survey date, submission date, review date, !date, !timestamp, !created at, !created date, !create date, !fecha, fecha de respuesta, !data, data risposta, !date de reponse, !datum, !submit date utc, !marca temporal, !informazioni cronologiche, !horodateur, !zeitstempel, !carimbo de data hora',
      ],
    },
    {
      name: 'language',
      label: 'Language',
      kind: 'category',
      tells: 0.5,
      as: ['!language, !lang, !locale, !idioma, !lingua, !langue, !sprache'],
    },
    {
      name: 'speaker',
      label: 'Speaker',
      kind: 'text',
      tells: 1.2,
      as: ['speaker, speaker name, hablante, interlocutore, parlante, falante, locuteur, sprecher'],
    },
  ],
);

/** One row per dated value of one field of one account: what growth is measured on. */
export const observationFields: readonly CanonicalField[] = sketchTable(
  'observations',
  { layer: 'behavioural', known: 'before' },
  [
    accountIdReference,
    { name: 'field', label: 'Field', kind: 'category', tells: 0, as: [] },
    { name: 'value', label: 'Value', kind: 'number', tells: 0, as: [] },
    { name: 'observed_on', label: 'Observed on', kind: 'date', tells: 0, as: [] },
  ],
);
