import type { Client } from '../client/index.ts';
import type { SourceStage } from '../records/index.ts';
import { askHubspot } from './ask-hubspot.ts';
import { pipelinesSchema } from './hubspot-answers.ts';
import { hubspotPath } from './hubspot-path.ts';

/** A step of a deal with its pipeline's id; the contract's own `pipeline` is the name for people. */
export interface HubspotStage extends SourceStage {
  readonly pipelineId: string;
}

/** The steps of all pipelines of deals, in order. */
export async function readStages(client: Client): Promise<readonly HubspotStage[]> {
  const { results } = await askHubspot(client, pipelinesSchema, {
    method: 'GET',
    path: hubspotPath('crm/pipelines', 'deals'),
    repeatable: true,
  });
  return [...results].sort(byOrder).flatMap((pipeline) =>
    [...pipeline.stages].sort(byOrder).map(({ id, label, metadata }, place) => ({
      id,
      label,
      pipeline: pipeline.label,
      pipelineId: pipeline.id,
      place,
      outcome: outcomeOf(metadata.isClosed, metadata.probability),
    })),
  );
}

/** A closed stage is won at a probability of 1 and lost at 0; at any other one HubSpot leaves it open what it means. */
function outcomeOf(isClosed: string | undefined, probability: string | undefined): SourceStage['outcome'] {
  const chance = probability === undefined ? null : Number(probability);
  const isEnd = isClosed === undefined ? chance === 0 || chance === 1 : isClosed === 'true';
  if (!isEnd) return isClosed === undefined && chance === null ? null : 'open';
  if (chance === 1) return 'won';
  return chance === 0 ? 'lost' : null;
}

function byOrder(a: { readonly displayOrder: number }, b: { readonly displayOrder: number }): number {
  return a.displayOrder - b.displayOrder;
}
