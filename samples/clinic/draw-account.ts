import type { Random } from '../../src/base/stats/index.ts';
import { familyNames, industries, placeNames, regions, tools } from './vocabulary.ts';

/** A category of tools that a clinic may use. */
export type ToolCategory = keyof typeof tools;

/** A company of the sample as it really is, before exports make it dirty. */
export interface ClinicAccount {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly industry: string;
  readonly country: string;
  readonly region: string;
  readonly city: string;
  readonly practitioners: number;
  readonly locations: number;
  readonly founded: number;
  readonly ownership: 'private' | 'public';
  readonly parking: boolean;
  readonly specialty: string;
  readonly tools: readonly {
    readonly technology: string;
    readonly category: ToolCategory;
    readonly since: number;
  }[];
}

/** Takes one element, each with its weight. */
export function pick<T>(random: Random, items: readonly T[], weight: (item: T) => number = () => 1): T {
  const total = items.reduce((sum, item) => sum + weight(item), 0);
  let at = random.next() * total;
  for (const item of items) {
    at -= weight(item);
    if (at < 0) return item;
  }
  return items[items.length - 1]!;
}

/** Draws one company; traits are independent of each other, so that what is found was planted. */
export function drawAccount(random: Random, index: number, kind: 'customers' | 'prospects'): ClinicAccount {
  const industry = pick(random, industries, (i) => i[kind]).name;
  const { region, cities } = pick(random, regions, (r) => r.weight);
  const place = pick(random, placeNames);
  const family = pick(random, familyNames);
  const partner = pick(random, familyNames);
  const number = String(index + 1).padStart(kind === 'customers' ? 3 : 4, '0');
  const publicly = industry === 'public hospital' || (kind === 'prospects' && random.next() < 0.04);
  return {
    id: `${kind === 'customers' ? 'C' : 'P'}-${number}`,
    name: `${nameStart(industry)} ${place} ${family}${partner === family ? '' : ` ${partner}`}`,
    domain: `${slug(place)}-${slug(family)}-${number}.example`,
    industry,
    country: kind === 'prospects' && random.next() < 0.06 ? pick(random, ['France', 'Portugal']) : 'Spain',
    region,
    city: pick(random, cities),
    practitioners: industry === 'public hospital' ? 60 + random.integer(300) : drawSize(random),
    locations: 1 + Math.floor(random.next() ** 2 * 4),
    founded: 1975 + random.integer(48),
    ownership: publicly ? 'public' : 'private',
    parking: random.next() < 0.5,
    specialty: pick(random, ['general', 'family', 'sports', 'aesthetic']),
    tools: drawTools(random),
  };
}

/** Half of the companies have 3 to 15 practitioners, the others are smaller or larger. */
function drawSize(random: Random): number {
  const u = random.next();
  if (u < 0.45) return 3 + random.integer(13);
  return u < 0.68 ? 1 + random.integer(2) : 16 + random.integer(45);
}

function drawTools(random: Random): ClinicAccount['tools'] {
  const share: Record<ToolCategory, number> = {
    scheduling: 0.45,
    'clinic management': 0.5,
    accounting: 0.6,
    'website builder': 0.4,
    messaging: 0.3,
  };
  return (Object.keys(tools) as ToolCategory[]).flatMap((category) => {
    const used = random.next() < share[category];
    const technology = pick(random, tools[category]);
    const since = 200 + random.integer(1800);
    return used ? [{ technology, category, since }] : [];
  });
}

function nameStart(industry: string): string {
  const starts: Readonly<Record<string, string>> = {
    'private clinic': 'Clínica',
    'dental clinic': 'Clínica Dental',
    physiotherapy: 'Fisioterapia',
    veterinary: 'Clínica Veterinaria',
    'public hospital': 'Hospital',
    'law firm': 'Bufete',
  };
  return starts[industry] ?? 'Centro';
}

function slug(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
