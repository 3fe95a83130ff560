import type { SourceStage } from '../records/index.ts';
import type { Org } from './org.ts';
import { queryAllPages } from './query-page.ts';

/** Name of the one pipeline: Salesforce's sales processes are choices of the same stages. */
const pipeline = 'Opportunity';

/** The stages of opportunities in order, inactive ones too: old deals are in them. A deal holds the stage's API name. */
export async function readStages({ client }: Org): Promise<readonly SourceStage[]> {
  const text = 'SELECT ApiName, MasterLabel, IsClosed, IsWon FROM OpportunityStage ORDER BY SortOrder';
  const records = await queryAllPages(client, text);
  return records.map(({ ApiName, MasterLabel, IsClosed, IsWon }, place) => ({
    id: String(ApiName ?? MasterLabel),
    label: String(MasterLabel ?? ApiName),
    pipeline,
    place,
    outcome: outcomeOf(IsClosed === true, IsWon === true),
  }));
}

function outcomeOf(isClosed: boolean, isWon: boolean): SourceStage['outcome'] {
  if (isWon) return 'won';
  return isClosed ? 'lost' : 'open';
}
