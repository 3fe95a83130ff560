import { seededDraw } from './seeded-draw.ts';
import { firstNames, industries, lastNames, lossReasons, places, titles, tools } from './world-words.ts';

/** How many records a world has. */
export interface WorldSize {
  readonly companies: number;
  readonly deals: number;
  readonly contacts: number;
}

/** A company as it really is; null is what nobody filled in. Times are milliseconds since 1970. */
export interface WorldCompany {
  readonly name: string;
  readonly domain: string | null;
  readonly industry: string | null;
  readonly country: string;
  readonly city: string;
  readonly employees: number | null;
  readonly founded: number | null;
  readonly tool: string | null;
  readonly owner: number;
  readonly createdAt: number;
  readonly modifiedAt: number;
}

/** A deal; `stages` are places in `worldStages` with the moment each was entered, oldest first. */
export interface WorldDeal {
  readonly name: string;
  readonly owner: number;
  readonly amount: number | null;
  readonly outcome: 'won' | 'lost' | 'open';
  readonly lossReason: string | null;
  readonly stages: readonly { readonly stage: number; readonly at: number }[];
  readonly createdAt: number;
  readonly closedAt: number | null;
  readonly modifiedAt: number;
}

/** A person at a company. */
export interface WorldContact {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly title: string | null;
  readonly phone: string | null;
  readonly owner: number;
  readonly createdAt: number;
  readonly modifiedAt: number;
}

/** The company's own person who looks after accounts. */
export interface WorldOwner {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
}

/** The steps of a deal, in order; the last two end it. */
export const worldStages = ['contacted', 'qualified', 'demo', 'proposal', 'won', 'lost'] as const;

/** Names of the stages as people see them. */
export const worldStageLabels = [
  'Contacted',
  'Qualified',
  'Demo held',
  'Proposal sent',
  'Won',
  'Lost',
] as const;

/** A whole CRM's content, made when it is looked at: any size costs no memory. */
export interface CompanyWorld {
  readonly seed: number;
  readonly size: WorldSize;
  readonly owners: readonly WorldOwner[];
  readonly company: (index: number) => WorldCompany;
  readonly deal: (index: number) => WorldDeal;
  readonly contact: (index: number) => WorldContact;
  readonly companyOfDeal: (deal: number) => number;
  readonly dealsOfCompany: (company: number) => readonly number[];
  readonly companyOfContact: (contact: number) => number;
  readonly contactsOfCompany: (company: number) => readonly number[];
  readonly contactOfDeal: (deal: number) => number | null;
}

const dayMs = 24 * 60 * 60_000;
/** Three in five companies have deals; the others are prospects. */
const shareWithDeals = 0.6;

/**
 * The world of a seed as of `today`. Planted: private and dental clinics with 10 to 60 people win 55% of their deals
 * (others 20%) and pay about three times as much. Earlier companies have more deals than later ones.
 */
export function companyWorld(seed: number, size: WorldSize, today: number): CompanyWorld {
  const links = worldLinks(seed, size);
  const draw: Draw = (index, salt) => seededDraw(seed, index, salt);
  const company = (index: number): WorldCompany => drawCompany(draw, index, today);
  return {
    seed,
    size,
    owners: [0, 1, 2, 3, 4].map((i) => {
      const [firstName, lastName] = [firstNames[i]!, lastNames[(i * 3) % lastNames.length]!];
      return { firstName, lastName, email: `${slug(firstName)}.${slug(lastName)}@seller.example` };
    }),
    company,
    deal: (index) => drawDeal(draw, index, { company: company(links.companyOfDeal(index)), today }),
    contact: (index) => drawContact(draw, index, company(links.companyOfContact(index))),
    ...links,
  };
}

type Draw = (index: number, salt: number) => number;

function drawCompany(draw: Draw, index: number, today: number): WorldCompany {
  const of = <T>(salt: number, items: readonly T[]): T =>
    items[Math.floor(draw(index, salt) * items.length)]!;
  const known = <T>(salt: number, share: number, value: T): T | null =>
    draw(index, salt) < share ? value : null;
  const place = of(1, places);
  const industry = of(2, industries);
  const name = `${industry.start} ${of(3, lastNames)} ${place.city} ${index + 1}`;
  const createdAt = today - Math.floor((60 + draw(index, 4) * 1400) * dayMs);
  return {
    name,
    domain: known(5, 0.94, `${slug(name)}.example`),
    industry: known(6, 0.92, industry.name),
    country: place.country,
    city: place.city,
    employees: known(7, 0.85, Math.round(2 + 220 * draw(index, 8) ** 2.4)),
    founded: known(9, 0.6, 1975 + Math.floor(draw(index, 10) * 48)),
    tool: known(11, 0.5, of(12, tools)),
    owner: Math.floor(draw(index, 13) * 5),
    createdAt,
    modifiedAt: createdAt + Math.floor(draw(index, 14) * (today - createdAt)),
  };
}

function drawDeal(
  draw: Draw,
  index: number,
  { company, today }: { readonly company: WorldCompany; readonly today: number },
): WorldDeal {
  const u = (salt: number): number => draw(index, salt);
  const isGood = isPlanted(company);
  const createdAt = company.createdAt + Math.floor(u(31) * 0.8 * (today - company.createdAt));
  const age = today - createdAt;
  const lengthMs = Math.floor((10 + u(32) * (isGood ? 40 : 120)) * dayMs);
  const isClosed = lengthMs < age;
  const isWon = isClosed && u(33) < (isGood ? 0.55 : 0.2);
  const reached = isWon ? 3 : Math.floor(u(34) * 4);
  const end = createdAt + Math.min(lengthMs, age);
  const stages = Array.from({ length: reached + 1 }, (_, stage) => ({
    stage,
    at: createdAt + Math.floor(((end - createdAt) * stage) / (reached + 1)),
  }));
  if (isClosed) stages.push({ stage: isWon ? 4 : 5, at: end });
  return {
    name: `${company.name} - ${1 + (index % 4)}`,
    owner: company.owner,
    amount: u(35) < 0.93 ? Math.round((2000 + u(36) * 6000) * (isGood ? 3 : 1)) : null,
    outcome: outcomeOf(isClosed, isWon),
    lossReason:
      isClosed && !isWon && u(37) < 0.7 ? lossReasons[Math.floor(u(38) * lossReasons.length)]! : null,
    stages,
    createdAt,
    closedAt: isClosed ? end : null,
    modifiedAt: end,
  };
}

/** What makes a good customer in every world. */
function isPlanted(company: WorldCompany): boolean {
  const { industry, employees } = company;
  const isClinic = industry === 'Private clinic' || industry === 'Dental clinic';
  return isClinic && employees !== null && employees >= 10 && employees <= 60;
}

function outcomeOf(isClosed: boolean, isWon: boolean): WorldDeal['outcome'] {
  if (!isClosed) return 'open';
  return isWon ? 'won' : 'lost';
}

function drawContact(draw: Draw, index: number, company: WorldCompany): WorldContact {
  const of = <T>(salt: number, items: readonly T[]): T =>
    items[Math.floor(draw(index, salt) * items.length)]!;
  const [firstName, lastName] = [of(51, firstNames), of(52, lastNames)];
  const createdAt = company.createdAt + Math.floor(draw(index, 53) * 30 * dayMs);
  return {
    firstName,
    lastName,
    email: `${slug(firstName)}.${slug(lastName)}.${index + 1}@${company.domain ?? 'mail.example'}`,
    title: draw(index, 54) < 0.8 ? of(55, titles) : null,
    phone: draw(index, 56) < 0.6 ? `+34 9${String(10_000_000 + index).padStart(8, '0')}` : null,
    owner: company.owner,
    createdAt,
    modifiedAt: createdAt + Math.floor(draw(index, 57) * 20 * dayMs),
  };
}

function worldLinks(seed: number, size: WorldSize) {
  const { companies, deals, contacts } = size;
  const buyers = Math.max(1, Math.floor(companies * shareWithDeals));
  const companyOfDeal = (deal: number): number =>
    Math.min(buyers - 1, Math.floor(buyers * (deal / deals) ** 1.25));
  const firstDeal = (company: number): number => {
    let deal = Math.min(deals, Math.ceil(deals * (company / buyers) ** 0.8));
    while (deal > 0 && companyOfDeal(deal - 1) >= company) deal--;
    while (deal < deals && companyOfDeal(deal) < company) deal++;
    return deal;
  };
  const firstContact = (company: number): number => Math.ceil((company * contacts) / companies);
  const dealsOfCompany = (company: number): readonly number[] =>
    company >= buyers ? [] : span(firstDeal(company), firstDeal(company + 1));
  const contactsOfCompany = (company: number): readonly number[] =>
    company >= companies ? [] : span(firstContact(company), firstContact(company + 1));
  const contactOfDeal = (deal: number): number | null => {
    const people = contactsOfCompany(companyOfDeal(deal));
    return people[Math.floor(seededDraw(seed, deal, 71) * people.length)] ?? null;
  };
  const companyOfContact = (contact: number): number => Math.floor((contact * companies) / contacts);
  return { companyOfDeal, dealsOfCompany, companyOfContact, contactsOfCompany, contactOfDeal };
}

function span(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

function slug(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
}
