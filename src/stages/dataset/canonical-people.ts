import { accountIdHeaders, type CanonicalField, sketchTable } from './canonical-field.ts';

/** One row per contact: the buying committee, with where each person's data comes from. */
export const peopleFields: readonly CanonicalField[] = sketchTable(
  'people',
  { layer: 'committee', known: 'before' },
  [
    {
      name: 'person_id',
      label: 'Person id',
      kind: 'text',
      content: 'id',
      tells: 1.5,
      as: [
        'person id, contact id, contactid, contact record id, associated contact id, !hs object id, !datensatz id, !id de registro, id contacto, id persona, id contatto, id contato, kontakt id, id du contact, !id, !record id, !key',
      ],
    },
    { name: 'account_id', label: 'Account id', kind: 'text', content: 'id', tells: 0, as: accountIdHeaders },
    {
      name: 'name',
      label: 'Contact name',
      kind: 'text',
      content: 'name',
      tells: 1,
      as: [
        'contact name, contact, full name, person name, contact person, primary contact, decision maker, decision maker name, associated contact, main contact, !name, contact full name, !person',
        'contacto, nombre contacto, nombre del contacto, nombre de contacto, persona de contacto, nombre completo, interlocutor, nombre y apellidos, !nombre, decisor',
        'contatto, nome contatto, nome del contatto, referente, persona di contatto, nome completo, nome e cognome, nominativo, !nome, contato, nome do contato, pessoa de contato, pessoa de contacto',
        'nom du contact, nom contact, interlocuteur, nom complet, personne de contact, nom et prenom, !nom, kontakt, ansprechpartner, kontaktperson, vollstandiger name, kontaktname, name ansprechpartner',
      ],
    },
    {
      name: 'first_name',
      label: 'First name',
      kind: 'text',
      content: 'name',
      tells: 1.2,
      as: [
        'first name, firstname, given name, contact first name, nombre de pila, !nombre, primeiro nome, prenom, vorname',
      ],
    },
    {
      name: 'last_name',
      label: 'Last name',
      kind: 'text',
      content: 'name',
      tells: 1.2,
      as: [
        'last name, lastname, surname, family name, contact last name, apellido, apellidos, cognome, sobrenome, apelido, nom de famille, nachname, familienname',
      ],
    },
    {
      name: 'title',
      label: 'Job title',
      kind: 'text',
      tells: 1,
      as: [
        'job title, jobtitle, contact title, contact job title, position, job position, contact role, !title, !role, !function, contact position, title of contact',
        'cargo, puesto, cargo contacto, cargo del contacto, puesto de trabajo, titulo del puesto, puesto del contacto, ruolo, qualifica, posizione, mansione, ruolo contatto, titolo professionale',
        'cargo do contato, funcao, titulo do cargo, posicao, poste, fonction, intitule du poste, titre du poste, poste du contact, position, stellenbezeichnung, berufsbezeichnung, funktion, jobtitel, rolle ansprechpartner',
      ],
    },
    {
      name: 'committee_role',
      label: 'Role in the purchase',
      kind: 'category',
      tells: 1.5,
      as: [
        'buying role, committee role, buyer role, role in purchase, decision role, buying committee role, stakeholder role, buyer persona, persona, influence, contact buying role',
        'rol de compra, papel en la compra, rol en la decision, ruolo di acquisto, ruolo nella decisione, papel na compra, funcao de compra, role d achat, role dans l achat, einkaufsrolle, kaufrolle, rolle im einkauf',
      ],
    },
    {
      name: 'email',
      label: 'E-mail',
      kind: 'text',
      content: 'email',
      tells: 1.5,
      as: [
        'email, e mail, email address, e mail address, contact email, work email, business email, email work, primary email, mail, person email work, contact e mail',
        'correo, correo electronico, email contacto, email de contacto, direccion de correo, correo de contacto, posta elettronica, indirizzo email, email contatto, e mail contatto, pec',
        'email do contato, endereco de email, correio eletronico, courriel, adresse email, adresse e mail, email du contact, adresse mail, e mail adresse, email adresse, mailadresse, kontakt email',
      ],
    },
    {
      name: 'email_status',
      label: 'E-mail status',
      kind: 'category',
      tells: 1,
      as: [
        'email status, email verified, email validity, verification status, email verification status, email valid, estado del email, email verificado, stato email, statut email, e mail status',
      ],
    },
    {
      name: 'source',
      label: 'Source',
      kind: 'category',
      tells: 0.2,
      as: [
        'contact source, data source, !source, !original source, !lead source, !fuente, !fonte, !quelle, !origen, !origine, !origem',
      ],
    },
    {
      name: 'obtained_on',
      label: 'Obtained on',
      kind: 'date',
      tells: 0.6,
      as: [
        'obtained on, date obtained, data obtained, contact created date, collected on, consent date, opt in date, !create date, !created date, !created, !date added, !created at',
        'fecha de obtencion, fecha de consentimiento, data raccolta, data di consenso, data do consentimento, date de collecte, date de consentement, erhebungsdatum, einwilligungsdatum',
      ],
    },
    {
      name: 'lawful_basis',
      label: 'Lawful basis',
      kind: 'category',
      tells: 1.5,
      as: [
        'lawful basis, legal basis, legal basis for processing contact s data, legal basis for processing, gdpr basis, base legal, base juridica, base giuridica, base legale, fondement juridique, rechtsgrundlage',
      ],
    },
    {
      name: 'suppressed',
      label: 'Suppressed',
      kind: 'boolean',
      tells: 1,
      as: [
        'suppressed, do not contact, unsubscribed, opted out, opt out, unsubscribed from all email, email opt out, has opted out of email, do not email, donotcontact, no contactar, baja de comunicaciones, baja newsletter, non contattare',
        'disiscritto, nao contatar, descadastrado, ne pas contacter, desabonne, desinscrit, nicht kontaktieren, abgemeldet, werbesperre, kontaktsperre',
      ],
    },
  ],
);
