/** Where the tables of the universe are. */
export interface UniverseFiles {
  readonly accounts: string;
  readonly technologies: string;
  readonly signals: string;
  readonly coverage: string;
  readonly customers: string;
}

const regions = "('region 1', 'region 2', 'region 3', 'region 8', 'region 13')";
const countries = `(${Array.from({ length: 25 }, (_, i) => `'country ${i}'`).join(', ')})`;
const state = "ownership = 'state'";

/** A window over bands: yes inside, no outside, else unknown. */
const sized = (low: number, high: number) =>
  `CASE WHEN employees_low >= ${low} AND employees_high <= ${high} THEN true
        WHEN employees_high < ${low} OR employees_low > ${high} THEN false END`;

const nineConditions = [
  "industry IN ('industry 1', 'industry 2', 'industry 5')",
  sized(11, 250),
  'revenue >= 1000000',
  'founded >= 2005',
  'locations >= 2',
  `region IN ${regions}`,
  "ownership <> 'state'",
  'sells_online',
  "last_round BETWEEN DATE '2024-10-01' AND DATE '2026-10-01'",
];
const ninePoints = [3, 3, 2, 1, 2, 1, 1, 2, 2];

const accountCard = {
  conditions: [
    ...nineConditions,
    "industry IN ('industry 7', 'industry 9')",
    'exports',
    'CASE WHEN employees_low >= 5001 THEN true WHEN employees_high < 5001 THEN false END',
  ],
  points: [...ninePoints, 1, 1, -2],
};
const fullCard = {
  conditions: [
    ...nineConditions,
    'CASE WHEN has_1 THEN true WHEN seen_1 THEN false END',
    'CASE WHEN has_2 THEN false WHEN seen_2 THEN true END',
    'CASE WHEN has_tool_4 THEN true WHEN seen_4 THEN false END',
  ],
  points: [...ninePoints, 2, 2, 1],
};
type HandCard = typeof accountCard;

const tooSmall = 'CASE WHEN employees_high <= 2 THEN true WHEN employees_low > 2 THEN false END';
const tender = `${state} AND CASE WHEN employees_low >= 1001 THEN true WHEN employees_high < 1001 THEN false END`;
const justBought =
  'CASE WHEN bought = 3 THEN true WHEN bought = 2 THEN NULL WHEN bought = 1 OR seen_3 THEN false END';

const sumOf = (terms: readonly string[]) => terms.join(' + ');
const fits = ({ points }: HandCard) => sumOf(points.map((p, i) => `CASE WHEN f${i} THEN ${p} ELSE 0 END`));
const open = ({ points }: HandCard, sign: 1 | -1) =>
  sumOf([
    '0',
    ...points.flatMap((p, i) => (p * sign > 0 ? [`CASE WHEN f${i} IS NULL THEN ${p} ELSE 0 END`] : [])),
  ]);
const code = (names: readonly string[]) =>
  sumOf(names.map((n, i) => `CASE WHEN ${n} THEN ${2 * 3 ** i} WHEN ${n} IS NULL THEN ${3 ** i} ELSE 0 END`));
const tier = (fit: string) =>
  `CASE WHEN ${fit} >= 12 THEN 'A' WHEN ${fit} >= 8 THEN 'B' WHEN ${fit} >= 4 THEN 'C' ELSE 'D' END`;

/** One SELECT that a good engineer would write for these counts: conditions, then sums, then counts. */
export function handTally(accounts: string): string {
  const asked = accountCard.conditions.map((c, i) => `${c} AS f${i}`).join(', ');
  return `
    WITH asked AS (SELECT country IN ${countries} AS m0, ${tooSmall} AS a0, ${tender} AS a1, ${asked} FROM '${accounts}'),
    summed AS (SELECT CASE WHEN NOT m0 THEN 'outside-market' WHEN a0 OR a1 THEN 'disqualified' ELSE 'scored' END AS standing,
      ${fits(accountCard)} AS fit, ${open(accountCard, -1)} AS below, ${open(accountCard, 1)} AS above FROM asked)
    SELECT ${counted} FROM summed`;
}

const counted = `count(*) AS accounts, ${['A', 'B', 'C', 'D']
  .map((name) => `count(*) FILTER (WHERE standing = 'scored' AND ${tier('fit')} = '${name}') AS "${name}"`)
  .join(', ')},
  count(*) FILTER (WHERE standing = 'disqualified') AS disqualified,
  count(*) FILTER (WHERE standing = 'outside-market') AS outside,
  count(*) FILTER (WHERE standing = 'scored' AND ${tier('fit + below')} <> ${tier('fit + above')}) AS needs_data`;

const grouped = (files: UniverseFiles) => `
  tools AS (SELECT account_id,
      bool_or(category = 'category 1') AS has_1, bool_or(category = 'category 2') AS has_2,
      bool_or(technology = 'tool 4') AS has_tool_4,
      max(CASE WHEN first_seen >= DATE '2025-10-01' THEN 3 WHEN first_seen IS NULL THEN 2 ELSE 1 END)
        FILTER (WHERE category = 'category 3') AS bought
    FROM '${files.technologies}' WHERE category IN ('category 1', 'category 2', 'category 3') OR technology = 'tool 4' GROUP BY account_id),
  events AS (SELECT account_id,
      max(observed_on) FILTER (WHERE kind = 'hired' AND about = 'subject 1' AND observed_on >= DATE '2025-10-01') AS d0,
      max(observed_on) FILTER (WHERE kind = 'job_posted' AND observed_on >= DATE '2026-04-01') AS d1,
      max(observed_on) FILTER (WHERE kind = 'funding_round' AND strength >= 3 AND observed_on >= DATE '2025-10-01') AS d2,
      bool_or(kind = 'funding_round' AND strength IS NULL AND observed_on >= DATE '2025-10-01') AS unrated
    FROM '${files.signals}' WHERE kind IN ('hired', 'job_posted', 'funding_round') AND observed_on BETWEEN DATE '2025-10-01' AND DATE '2026-10-01'
    GROUP BY account_id),
  looked AS (SELECT account_id,
      bool_or(scope = 'category 1') AS seen_1, bool_or(scope = 'category 2') AS seen_2,
      bool_or(scope = 'category 3') AS seen_3, bool_or(scope IN ('category 4', 'tool 4')) AS seen_4,
      bool_or(scope = 'hired' AND (checked_on IS NULL OR checked_on >= DATE '2025-10-01')) AS seen_hired
    FROM '${files.coverage}' GROUP BY account_id)`;

/** Worth today in thousandths. */
const worth = (day: string, points: number, half: number) =>
  `CASE WHEN ${day} IS NOT NULL THEN floor(${points * 1000} * pow(0.5, (DATE '2026-10-01' - ${day}) * ${1 / half}) + 0.500000001) ELSE 0 END`;
const timingLines = ['t0', 't1', 't2'];
const strongest = (of: (i: number) => string) =>
  `CASE ${[0, 1, 2].map((i) => `WHEN w${i} > 0 AND w${i} = greatest(w0, w1, w2) THEN ${of(i)}`).join(' ')} END`;

const summedFull = (files: UniverseFiles, kept: string) => `
  ${grouped(files)},
  asked AS (SELECT ${kept} country IN ${countries} AS m0, ${tooSmall} AS a0, ${tender} AS a1, ${justBought} AS a2,
      ${fullCard.conditions.map((c, i) => `${c} AS f${i}`).join(', ')},
      CASE WHEN d0 IS NOT NULL THEN true WHEN seen_hired THEN false END AS t0,
      CASE WHEN d1 IS NOT NULL THEN true END AS t1,
      CASE WHEN d2 IS NOT NULL THEN true WHEN unrated THEN NULL END AS t2,
      ${worth('d0', 3, 60)} AS w0, ${worth('d1', 2, 90)} AS w1, ${worth('d2', 2, 120)} AS w2, d0, d1, d2
    FROM '${files.accounts}' AS a
    ANTI JOIN (SELECT account_id FROM '${files.customers}' WHERE started_on IS NULL OR started_on <= DATE '2026-10-01') AS c USING (account_id)
    LEFT JOIN tools USING (account_id) LEFT JOIN events USING (account_id) LEFT JOIN looked USING (account_id)),
  summed AS (SELECT * EXCLUDE (m0, a0, a1, a2, ${fullCard.conditions.map((_, i) => `f${i}`).join(', ')}, t0, t1, t2),
      CASE WHEN NOT m0 THEN 'outside-market' WHEN a0 OR a1 OR a2 THEN 'disqualified' ELSE 'scored' END AS standing,
      ${fits(fullCard)} AS fit, ${open(fullCard, -1)} AS below, ${open(fullCard, 1)} AS above,
      CASE WHEN t0 IS NOT NULL OR t1 IS NOT NULL OR t2 IS NOT NULL THEN (w0 + w1 + w2) / 1000 END AS timing_points,
      ${code(fullCard.conditions.map((_, i) => `f${i}`))} AS fit_code, ${code(['a0', 'a1', 'a2'])} AS anti_code,
      ${code(['m0'])} AS market_code, ${code(timingLines)} AS timing_code
    FROM asked)`;

/** The same counts with tools and signals joined. */
export function handTallyFull(files: UniverseFiles): string {
  const hot = `count(*) FILTER (WHERE standing = 'scored' AND ${tier('fit')} = 'A' AND timing_points >= 2)`;
  return `WITH ${summedFull(files, '')} SELECT ${counted}, ${hot} AS call_today FROM summed`;
}

/** The full ranked table, with the columns that the product stores. */
export function handRanked(files: UniverseFiles): string {
  return `
  WITH ${summedFull(files, 'account_id, name, domain, industry, country, owner, ')},
  tiered AS (SELECT account_id, name, domain, industry, country, owner, standing, fit, fit + below AS fit_min, fit + above AS fit_max,
      CASE WHEN standing = 'scored' THEN ${tier('fit')} END AS tier,
      standing = 'scored' AND ${tier('fit + below')} <> ${tier('fit + above')} AS needs_data,
      CASE WHEN timing_points IS NULL THEN 'unknown' WHEN timing_points >= 2 THEN 'hot' WHEN timing_points >= 0.5 THEN 'warm' ELSE 'cold' END AS timing,
      timing_points, ${strongest(String)} AS timing_line, ${strongest((i) => `d${i}`)} AS timing_on,
      fit_code, anti_code, market_code, timing_code
    FROM summed),
  placed AS (SELECT *,
      CASE WHEN standing <> 'scored' OR tier = 'D' THEN 'out' WHEN tier <> 'A' THEN 'sequence' WHEN timing = 'hot' THEN 'call today' ELSE 'careful' END AS play,
      NULL::BIGINT AS committee_code, NULL::VARCHAR AS best_contact,
      CASE WHEN standing = 'scored' THEN 0 ELSE 1 END AS out_of_queue,
      CASE timing WHEN 'hot' THEN 0 WHEN 'warm' THEN 1 ELSE 2 END AS timing_order
    FROM tiered)
  SELECT * EXCLUDE (out_of_queue, timing_order),
    CASE WHEN standing = 'scored' THEN row_number() OVER (ORDER BY out_of_queue, tier, timing_order, fit DESC, account_id) END AS rank
  FROM placed ORDER BY out_of_queue, tier, timing_order, fit DESC, account_id`;
}
