import type { SourceStage } from '../records/index.ts';
import type { AccountLists } from './account-lists.ts';

/**
 * The stages of all pipelines in order. They leave the outcome open: a deal that is won or lost stays in its last stage, and
 * its field `status` says how it stands.
 */
export async function readStages(lists: AccountLists): Promise<readonly SourceStage[]> {
  const [pipelines, stages] = await Promise.all([lists.pipelines(), lists.stages()]);
  const inOrder = pipelines.toSorted((one, two) => (one.order_nr ?? 0) - (two.order_nr ?? 0));
  return inOrder.flatMap((pipeline) =>
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
}
