import type { SourceStage } from '../records/index.ts';
import type { AccountLists } from './account-lists.ts';

/** How a deal stands, which Pipedrive keeps apart from its stage: a deal that is won or lost stays in its last stage. */
const statuses: readonly SourceStage[] = (
  [
    ['open', 'Open'],
    ['won', 'Won'],
    ['lost', 'Lost'],
  ] as const
).map(([id, label], place) => ({ id, label, pipeline: 'Status', place, outcome: id }));

/**
 * The stages of all pipelines in order, which leave the outcome open, and then the three statuses of a deal, which are it
 * (the values of the field `status`).
 */
export async function readStages(lists: AccountLists): Promise<readonly SourceStage[]> {
  const [pipelines, stages] = await Promise.all([lists.pipelines(), lists.stages()]);
  const inOrder = pipelines.toSorted((one, two) => (one.order_nr ?? 0) - (two.order_nr ?? 0));
  const steps = inOrder.flatMap((pipeline) =>
    stages
      .filter((stage) => stage.pipeline_id === pipeline.id)
      .toSorted((one, two) => (one.order_nr ?? 0) - (two.order_nr ?? 0))
      .map(({ id, name }, place) => ({
        id: String(id),
        label: name,
        pipeline: pipeline.name,
        place,
        outcome: null,
      })),
  );
  return [...steps, ...statuses];
}
