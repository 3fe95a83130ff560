import type { ConnectionSummary, Connector, Connectors } from '../../api/generated/types.gen.ts';

/** What the views of a connection need. */
export interface ViewProps {
  readonly connection: ConnectionSummary;
  /** What is known of its kind; undefined when this version knows it no more. */
  readonly connector: Connector | undefined;
  readonly writable: Connectors['writable'];
}
