/** Words that the sample's companies and people are named with; all of them made up or everyday words. */
export const placeNames = [
  'Aurora',
  'Valdemar',
  'Miralba',
  'Costanera',
  'Robledo',
  'Altavista',
  'Serrana',
  'Ribera',
  'Almendral',
  'Bahia',
  'Olmeda',
  'Fontana',
  'Monteverde',
  'Lagunar',
  'Peñalta',
  'Solana',
  'Torreluz',
  'Vegaclara',
  'Encinar',
  'Marisma',
  'Campoluz',
  'Arboleda',
  'Brisamar',
  'Cantera',
  'Dehesa',
  'Esparta',
  'Florida',
  'Granja',
  'Herradura',
  'Isleta',
  'Jardines',
  'Laureles',
  'Molino',
  'Naranjal',
  'Otero',
  'Pinares',
  'Quinta',
  'Rosaleda',
  'Salinas',
  'Tejares',
] as const;

/** Family names of the people, and of the founders that clinics are named after. */
export const familyNames = [
  'Abril',
  'Belmonte',
  'Carrasco',
  'Dueñas',
  'Escudero',
  'Fajardo',
  'Galán',
  'Hidalgo',
  'Iglesias',
  'Jurado',
  'Lozano',
  'Manzano',
  'Navarro',
  'Ortega',
  'Peralta',
  'Quiroga',
  'Rincón',
  'Salgado',
  'Tejada',
  'Ulloa',
  'Valverde',
  'Yuste',
  'Zamora',
  'Bravo',
  'Cuesta',
  'Merino',
  'Pastor',
  'Rubio',
  'Sáez',
  'Vidal',
] as const;

/** First names of the people. */
export const firstNames = [
  'Ana',
  'Berta',
  'Carlos',
  'Diana',
  'Elena',
  'Félix',
  'Gloria',
  'Hugo',
  'Inés',
  'Javier',
  'Karina',
  'Luis',
  'Marta',
  'Nuria',
  'Óscar',
  'Pilar',
  'Raúl',
  'Sara',
  'Tomás',
  'Violeta',
] as const;

/** Spanish regions with their weight and cities. */
export const regions = [
  { region: 'Madrid', weight: 24, cities: ['Madrid', 'Getafe', 'Alcalá de Henares'] },
  { region: 'Cataluña', weight: 20, cities: ['Barcelona', 'Girona', 'Tarragona'] },
  { region: 'Andalucía', weight: 20, cities: ['Sevilla', 'Málaga', 'Granada'] },
  { region: 'Comunitat Valenciana', weight: 14, cities: ['València', 'Alicante', 'Castelló'] },
  { region: 'Galicia', weight: 10, cities: ['Vigo', 'A Coruña'] },
  { region: 'País Vasco', weight: 12, cities: ['Bilbao', 'Donostia'] },
] as const;

/** Kinds of company in the sample, with how often each occurs among customers and among prospects. */
export const industries = [
  { name: 'private clinic', customers: 44, prospects: 30 },
  { name: 'dental clinic', customers: 26, prospects: 24 },
  { name: 'physiotherapy', customers: 16, prospects: 14 },
  { name: 'veterinary', customers: 14, prospects: 12 },
  { name: 'public hospital', customers: 0, prospects: 8 },
  { name: 'law firm', customers: 0, prospects: 12 },
] as const;

/** Tools by category, as sellers meet them; names are made up. */
export const tools = {
  scheduling: ['Citaflow', 'AgendaPro Uno', 'Turnia'],
  'clinic management': ['Clinisuite', 'MediGest', 'Salus Uno', 'Consulta Plus'],
  accounting: ['Contaplus Nube', 'Facturia'],
  'website builder': ['Pagemint', 'Sitio Uno'],
  messaging: ['Avisalo', 'Recuerda'],
} as const;

/** Ways by which a customer came. */
export const channels = ['referral', 'search', 'trade fair', 'partner', 'outbound'] as const;

/** Job titles of the committee, with the figure each one is. */
export const titles = [
  { title: 'Manager', role: 'economic buyer' },
  { title: 'Medical Director', role: 'economic buyer' },
  { title: 'Front Desk Lead', role: 'user' },
  { title: 'Receptionist', role: 'user' },
  { title: 'Accountant', role: 'blocker' },
  { title: 'Practitioner', role: null },
] as const;
