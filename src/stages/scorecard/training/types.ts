import type { Condition } from '../../../base/expr/index.ts';
import type { Field, Layer } from '../../dataset/index.ts';
import type { DiscoveryInput, DiscoveryResult, DiscoveryShortfall, Pattern } from '../../discovery/index.ts';

/** A line of the page that a person keeps on the card, whatever the data say. */
export interface GivenLine {
  readonly condition: Condition;
  readonly layer: Layer;
  readonly label: string;
  readonly points: number;
  /** What each unit answers: 1 yes, 0 no, NaN unknown. */
  readonly answers: Float64Array;
}

/** `signed` gives points from -5 to 5; `guide`, as the guides do, from 0 to 5. */
export type PointsStyle = 'signed' | 'guide';

/** What a person may ask of a card. */
export interface TrainingOptions {
  /** Most lines with points; null takes 8, or as many as the rubric has. */
  readonly most: number | null;
  readonly style: PointsStyle;
  /** Subjects that no line may ask about: `field country`, `tool scheduling`. */
  readonly forbidden: readonly string[];
  /** The sign that the points of a subject must have. */
  readonly signs: Readonly<Record<string, 1 | -1>>;
  /** One line of each layer whose evidence supports one. */
  readonly eachLayer: boolean;
  /** Only traits that prospects can be searched by. */
  readonly searchableOnly: boolean;
  /** Permutations of each discovery inside a fold. */
  readonly permutations: number;
}

/** All that a card is learned from. */
export interface TrainingTask {
  /** The compared units with their coded fields. */
  readonly discovery: DiscoveryInput;
  /** The field catalog, for the roles that the rubric knows. */
  readonly catalog: readonly Field[];
  readonly given: readonly GivenLine[];
  readonly options: TrainingOptions;
}

/** A condition that may get points, and what it would get without learning. */
export interface Candidate {
  readonly condition: Condition;
  readonly layer: Layer;
  /** In words: `Practitioners 3-15`. */
  readonly label: string;
  /** What it asks about; one line each. */
  readonly subject: string;
  /** Points of the rubric; 0 where the draft would not make it a line. */
  readonly rubric: number;
  readonly low: number;
  readonly high: number;
  readonly required: boolean;
  readonly searchable: boolean;
  /** Null for a line that a person gave. */
  readonly pattern: Pattern | null;
  /** What each unit of the task answers, those not learned from among them. */
  readonly answers: Float64Array;
}

/** What some units offer to learn from: the candidates found in them alone. */
export interface Prepared {
  /** Places of the units in the task. */
  readonly rows: Int32Array;
  /** 0 or 1 for each of the rows: the line under the best is drawn among them alone. */
  readonly label: Uint8Array;
  readonly candidates: readonly Candidate[];
  readonly found: DiscoveryResult | DiscoveryShortfall;
}

/** A line of a trained card. */
export interface TrainedLine extends Candidate {
  readonly points: number;
}

/** A card: log odds = base + slope x total. */
export interface TrainedCard {
  readonly lines: readonly TrainedLine[];
  readonly base: number;
  readonly slope: number;
  /** Penalised loss on the units it was learned from, in nats: for comparing cards of one training alone. */
  readonly loss: number;
}
