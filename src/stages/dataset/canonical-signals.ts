import { accountIdReference, type CanonicalField, sketchTable } from './canonical-field.ts';

/** One row per tool in use at an account. */
export const technologyFields: readonly CanonicalField[] = sketchTable(
  'technologies',
  { layer: 'technographic', known: 'before' },
  [
    accountIdReference,
    {
      name: 'technology',
      label: 'Technology',
      kind: 'text',
      tells: 2.5,
      as: [
        'technology, technologies, tool, tools, tools used, tools in use, tech stack, software, software used, technologies used, web technologies, tech, current tools, current software, technology name, stack, uses',
        'tecnologia, tecnologias, herramienta, herramientas, herramientas usadas, software utilizado, software usado, programas, herramientas en uso, tecnologias usadas',
        'strumenti, strumento, strumenti usati, strumenti utilizzati, tecnologie, software in uso, software utilizzati, gestionale, ferramentas, ferramenta, ferramentas usadas, softwares, tecnologias utilizadas',
        'technologie, outils, outil, outils utilises, logiciel, logiciels, logiciels utilises, technologies utilisees, technologien, werkzeuge, eingesetzte software, eingesetzte tools, genutzte tools, genutzte software, verwendete software, systeme',
      ],
    },
    {
      name: 'category',
      label: 'Category',
      kind: 'category',
      tells: 0.5,
      as: [
        'technology category, tool category, software category, tech category, !category, !type, !categoria, !tipo, !categorie, !kategorie',
      ],
    },
    {
      name: 'first_seen',
      label: 'First seen',
      kind: 'date',
      tells: 1.5,
      as: [
        '!first seen, !first detected, !first found, !installed on, !adopted on, !since, !start date, !first indexed, !primera vez, !visto por primera vez, !desde, !dal, !depuis, !seit, !primeira vez, !premiere detection',
      ],
    },
    {
      name: 'last_seen',
      label: 'Last seen',
      kind: 'date',
      tells: 1.5,
      as: [
        '!last seen, !last detected, !last found, !removed on, !last indexed, !ultima vez, !ultima volta, !derniere detection, !zuletzt gesehen',
      ],
    },
    {
      name: 'source',
      label: 'Source',
      kind: 'category',
      tells: 0.1,
      as: ['!source, !data source, !provider, !fuente, !fonte, !quelle'],
    },
  ],
);

/** One row per dated event at an account. */
export const signalFields: readonly CanonicalField[] = sketchTable(
  'signals',
  { layer: 'behavioural', known: 'before' },
  [
    accountIdReference,
    {
      name: 'kind',
      label: 'Signal',
      kind: 'category',
      tells: 1.5,
      as: [
        'signal, signal kind, signal type, trigger, trigger event, intent signal, buying signal, event type, signal name, !event, !senal, senal de compra, tipo de senal, !segnale, tipo di segnale, !sinal, tipo de sinal, !evenement, type de signal, !signalart, kaufsignal, !ereignis, !evento',
      ],
    },
    {
      name: 'about',
      label: 'About',
      kind: 'text',
      tells: 0.8,
      as: [
        '!about, !subject, !topic, !detail, !details, !department, !role, !function, !sobre, !asunto, !tema, !oggetto, !riguardo, !assunto, !sujet, !betreff, !thema, !abteilung, !departamento, !reparto',
      ],
    },
    {
      name: 'observed_on',
      label: 'Observed on',
      kind: 'date',
      tells: 1.5,
      as: [
        'observed on, observed, signal date, event date, detected on, !date, !happened on, !posted on, !date posted, !posted at, !published on, !published at, !created at, !announced on, !seen on, !fecha, fecha de la senal, !data, data segnale, !date du signal, !datum, !detected, !announced date',
      ],
    },
    {
      name: 'strength',
      label: 'Strength',
      kind: 'number',
      tells: 0.6,
      as: [
        'signal strength, intent score, !strength, !intensity, !score, !fuerza, !intensidad, !forza, !intensita, !force, !starke, surge score',
      ],
    },
    {
      name: 'source',
      label: 'Source',
      kind: 'category',
      tells: 0.1,
      as: ['!source, !data source, !provider, !fuente, !fonte, !quelle'],
    },
    {
      name: 'url',
      label: 'Link',
      kind: 'text',
      tells: 0.2,
      as: [
        'signal url, !url, !link, !absolute url, !job url, !posting url, !source url, !enlace, !collegamento, !lien',
      ],
    },
  ],
);

/** One row per account and scope that somebody looked at. */
export const coverageFields: readonly CanonicalField[] = sketchTable(
  'coverage',
  { layer: 'behavioural', known: 'before' },
  [
    accountIdReference,
    {
      name: 'scope',
      label: 'Scope',
      kind: 'category',
      tells: 2,
      as: [
        '!scope, !checked for, !looked for, !searched for, !coverage, !category, !alcance, !ambito, !perimetro, !escopo, !perimetre, !umfang',
      ],
    },
    {
      name: 'source',
      label: 'Source',
      kind: 'category',
      tells: 0.1,
      as: ['!source, !data source, !provider, !fuente, !fonte, !quelle'],
    },
    {
      name: 'checked_on',
      label: 'Checked on',
      kind: 'date',
      tells: 2,
      as: [
        'checked on, checked at, date checked, last checked, !date, !looked at, !fecha de revision, !revisado el, !controllato il, !verificado em, !verifie le, !gepruft am',
      ],
    },
  ],
);

/** One row per touch of a person or an account with us. */
export const touchFields: readonly CanonicalField[] = sketchTable(
  'touches',
  { layer: 'behavioural', known: 'unknown' },
  [
    accountIdReference,
    {
      name: 'person_id',
      label: 'Person id',
      kind: 'text',
      content: 'id',
      tells: 0.3,
      as: ['person id, contact id, contactid, !user id, !visitor id, !lead id'],
    },
    {
      name: 'channel',
      label: 'Channel',
      kind: 'category',
      tells: 1,
      as: [
        '!channel, !medium, !default channel group, !session default channel group, !session source medium, !source, utm medium, !canal, !canale, !kanal',
      ],
    },
    {
      name: 'campaign',
      label: 'Campaign',
      kind: 'category',
      tells: 0.5,
      as: [
        '!campaign, utm campaign, campaign name, !session campaign, !campana, !campagna, !campanha, !campagne, !kampagne',
      ],
    },
    {
      name: 'kind',
      label: 'Touch',
      kind: 'category',
      tells: 1,
      as: [
        '!kind, !type, !event, !event name, !action, activity type, engagement type, touch type, touchpoint, interaction type, !activity, !interaction, !evento, !accion, !azione, !acao, !aktion, !ereignis, tipo de actividad, tipo attivita, type d activite, aktivitatstyp',
      ],
    },
    {
      name: 'happened_on',
      label: 'Happened on',
      kind: 'date',
      tells: 1.5,
      as: [
        'happened on, activity date, engagement date, event time, event date, touch date, interaction date, !date, !timestamp, !occurred at, !happened on, !event timestamp, !created at, !fecha, fecha de actividad, !data, data attivita, !date d activite, !datum, !time',
      ],
    },
  ],
);
