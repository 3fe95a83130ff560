const industries = `
accounting, advertising, aerospace, agriculture, airlines, apparel, architecture, automotive, banking,
beverages, biotechnology, broadcasting, chemicals, construction, consulting, cosmetics, consumer goods,
cybersecurity, defense, education, electronics, employment, energy, engineering, entertainment, environment,
fashion, finance, financial services, fintech, fishing, forestry, furniture, government, healthcare,
hospitality, hospitals, human resources, information technology, insurance, internet, investment, journalism,
legal services, logistics, machinery, manufacturing, maritime, marketing, materials, medical, medical devices,
mining, nonprofit, packaging, pharmaceuticals, photography, plastics, printing, professional services, public
sector, publishing, railways, real estate, recruiting, renewables, restaurants, retail, security,
semiconductors, services, software, sports, staffing, technology, telecommunications, textiles, tourism,
transportation, utilities, veterinary, warehousing, wholesale, wireless`
  .split(',')
  .map((word) => word.trim());

/**
 * Words of which the spelling is known, for fields with a vocabulary of their own: a value that is one letter away
 * from one of them is a slip even if every row has it.
 */
export function knownWords(field: string): readonly string[] {
  return field === 'industry' ? industries : [];
}
