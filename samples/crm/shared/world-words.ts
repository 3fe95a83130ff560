/** Words that the companies of a stand-in are named with; all of them made up or everyday words. */
export const industries = [
  { name: 'Private clinic', start: 'Clínica' },
  { name: 'Dental clinic', start: 'Dental' },
  { name: 'Physiotherapy', start: 'Fisio' },
  { name: 'Veterinary', start: 'Vet' },
  { name: 'Law firm', start: 'Bufete' },
  { name: 'Restaurant', start: 'Casa' },
] as const;

/** Where they are. */
export const places = [
  { city: 'Madrid', country: 'Spain' },
  { city: 'Barcelona', country: 'Spain' },
  { city: 'Valencia', country: 'Spain' },
  { city: 'Sevilla', country: 'Spain' },
  { city: 'Lisboa', country: 'Portugal' },
  { city: 'Porto', country: 'Portugal' },
  { city: 'Lyon', country: 'France' },
  { city: 'München', country: 'Germany' },
] as const;

/** What they book appointments with. */
export const tools = ['Agendalia', 'Citapro', 'Paper diary', 'Spreadsheet'] as const;

/** Given names. */
export const firstNames = [
  'Ana',
  'Bruno',
  'Clara',
  'Diego',
  'Elena',
  'Félix',
  'Gema',
  'Hugo',
  'Inés',
] as const;

/** Family names. */
export const lastNames = ['Aguilar', 'Benítez', 'Campos', 'Duarte', 'Estévez', 'Fuentes', 'Garrido'] as const;

/** What people do. */
export const titles = ['Owner', 'Practice manager', 'Receptionist', 'Head of operations', 'CFO'] as const;

/** Why deals were lost. */
export const lossReasons = ['Price', 'No decision', 'Competitor', 'Timing'] as const;
