import type { Scalar } from '../../base/expr/index.ts';
import type { Layer } from '../../stages/dataset/index.ts';
import type { AbsenceSaid } from '../import/index.ts';

/** One spelling to be written as another; an empty `to` makes the value unknown. */
export interface Spelling {
  readonly from: string;
  readonly to: string;
}

/** What a person decided about one field; what is left out stays as it is. */
export interface FieldDecision {
  /** When its values become known: before the sale, or only after it. */
  readonly known?: 'before' | 'after';
  readonly layer?: Layer;
  readonly label?: string;
  /** Currency of the sums that carry none, as its code. */
  readonly currency?: string;
  readonly merge?: readonly Spelling[];
  /** Smallest and largest value that can be right; a null end is open. All others are unknown. */
  readonly between?: { readonly low: Scalar | null; readonly high: Scalar | null };
  /** Values that stand for nothing. */
  readonly unknown?: readonly Scalar[];
  /** Factor on every value: 1,000 for a file in thousands. */
  readonly times?: number;
  /** The one file that is meant; left out, every file that fills the field. */
  readonly source?: string;
  /** What a lead without a deal that ended means; only of the outcome of deals. */
  readonly absent?: readonly AbsenceSaid[];
  /** The sources to trust for the field, most first; sources not named come after. */
  readonly from?: readonly string[];
  /** Domains or names: the accounts that share one of them are one account. */
  readonly one?: readonly string[];
  /** Domains or names: the accounts that share one of them stay apart, whatever was said before. */
  readonly apart?: readonly string[];
  /** Whether differences between dated imports of the field are signals. */
  readonly signals?: boolean;
}
