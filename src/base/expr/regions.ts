/**
 * The regions of the world by country (ISO 3166-1 alpha-2), after the geographic regions of the United Nations
 * Statistics Division: Standard country or area codes for statistical use (M49),
 * https://unstats.un.org/unsd/methodology/m49/. Two that it does not list stand where they lie: Taiwan in Eastern Asia,
 * Kosovo (XK) in Southern Europe. Antarctica is in none.
 */
const subregions = {
  'Northern Africa': 'DZ EG EH LY MA SD TN',
  'Eastern Africa': 'BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW',
  'Middle Africa': 'AO CD CF CG CM GA GQ ST TD',
  'Southern Africa': 'BW LS NA SZ ZA',
  'Western Africa': 'BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG',
  Caribbean: 'AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI',
  'Central America': 'BZ CR GT HN MX NI PA SV',
  'South America': 'AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE',
  'Northern America': 'BM CA GL PM US',
  'Central Asia': 'KG KZ TJ TM UZ',
  'Eastern Asia': 'CN HK JP KP KR MN MO TW',
  'South-eastern Asia': 'BN ID KH LA MM MY PH SG TH TL VN',
  'Southern Asia': 'AF BD BT IN IR LK MV NP PK',
  'Western Asia': 'AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE',
  'Eastern Europe': 'BG BY CZ HU MD PL RO RU SK UA',
  'Northern Europe': 'AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ',
  'Southern Europe': 'AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK',
  'Western Europe': 'AT BE CH DE FR LI LU MC NL',
  'Australia and New Zealand': 'AU CC CX HM NF NZ',
  Melanesia: 'FJ NC PG SB VU',
  Micronesia: 'FM GU KI MH MP NR PW UM',
  Polynesia: 'AS CK NU PF PN TK TO TV WF WS',
} as const;

type Subregion = keyof typeof subregions;

const wider: Readonly<Record<string, readonly Subregion[]>> = {
  Africa: ['Northern Africa', 'Eastern Africa', 'Middle Africa', 'Southern Africa', 'Western Africa'],
  Americas: ['Caribbean', 'Central America', 'South America', 'Northern America'],
  Asia: ['Central Asia', 'Eastern Asia', 'South-eastern Asia', 'Southern Asia', 'Western Asia'],
  Europe: ['Eastern Europe', 'Northern Europe', 'Southern Europe', 'Western Europe'],
  Oceania: ['Australia and New Zealand', 'Melanesia', 'Micronesia', 'Polynesia'],
  'Latin America and the Caribbean': ['Caribbean', 'Central America', 'South America'],
  'Sub-Saharan Africa': ['Eastern Africa', 'Middle Africa', 'Southern Africa', 'Western Africa'],
};

const codesOf = (name: Subregion): readonly string[] => subregions[name].split(' ');
const names = Object.keys(subregions) as readonly Subregion[];

/** Every region that has a name, the widest first, with the countries in it. */
export const regions: ReadonlyMap<string, readonly string[]> = new Map([
  ...Object.entries(wider).map(([name, parts]) => [name, parts.flatMap(codesOf).sort()] as const),
  ...names.map((name) => [name, codesOf(name)] as const),
]);

const subregionByCountry = new Map(names.flatMap((name) => codesOf(name).map((code) => [code, name])));

/**
 * The narrowest region that a country is in; null for what is no country of any.
 *
 * @example
 * regionOf('ES'); // 'Southern Europe'
 */
export function regionOf(country: string): string | null {
  return subregionByCountry.get(country) ?? null;
}
