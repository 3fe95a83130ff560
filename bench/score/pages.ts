const settings = `
tiers: { A: 12, B: 8, C: 4 }
timing_tiers: { hot: 2, warm: 0.5 }
queue_by: [tier, timing]
`;

const market = `
market:
  - { field: country, any: [${Array.from({ length: 25 }, (_, i) => `country ${i}`).join(', ')}] }
`;

const nineLines = `
    - { field: industry, any: [industry 1, industry 2, industry 5], points: 3 }
    - { field: employees, between: [11, 250], points: 3 }
    - { field: revenue, min: 1000000, points: 2 }
    - { field: founded, min: 2005, points: 1 }
    - { field: locations, min: 2, points: 2 }
    - { field: region, any: [region 1, region 2, region 3, region 8, region 13], points: 1 }
    - { field: ownership, none: [state], points: 1 }
    - { field: sells_online, any: [true], points: 2 }
    - { field: last_round, age: { max: 2 years }, points: 2 }
`;

const accountAnti = `
  - { field: employees, max: 2, because: too small to have the problem }
  - { all: [{ field: ownership, any: [state] }, { field: employees, min: 1001 }], because: bought by tender }
`;

/** Twelve fit conditions, a market and two anti lines, all on columns of the accounts. */
export const accountPage = `format: 1
profile: On account columns
kind: company
${market}
fit:
  firmographic: ${nineLines}
    - { field: industry, any: [industry 7, industry 9], points: 1 }
    - { field: exports, any: [true], points: 1 }
    - { field: employees, min: 5001, points: -2 }
anti: ${accountAnti}
${settings}`;

/** Twelve fit conditions of which three ask for tools, three signals, and an anti line on a tool. */
export const fullPage = `format: 1
profile: With tools and signals
kind: company
${market}
fit:
  firmographic: ${nineLines}
  technographic:
    - { uses: { category: category 1 }, points: 2 }
    - { lacks: { category: category 2 }, points: 2 }
    - { uses: tool 4, points: 1 }
timing:
  - { signal: { kind: hired, about: subject 1, within: 12 months }, points: 3, half_life: 60 days }
  - { signal: { kind: job_posted, within: 6 months }, points: 2, half_life: 90 days }
  - { signal: { kind: funding_round, within: 12 months, min_strength: 3 }, points: 2, half_life: 120 days }
anti: ${accountAnti}
  - { uses: { category: category 3, first_seen_within: 1 year }, because: has just bought one }
${settings}`;
