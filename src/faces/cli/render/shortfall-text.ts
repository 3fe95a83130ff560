import type { ValueShortfall } from '../../../stages/value/index.ts';
import { plural } from '../../words/index.ts';

const meanwhile =
  'Until then write down what you believe with `bestfit profile new`; each campaign then tests it.';

/** Why the customers cannot be told apart by value, what is needed, and what to do until it is there. */
export function shortfallText(shortfall: ValueShortfall): string {
  switch (shortfall.kind) {
    case 'too-few-customers':
      return `${plural(shortfall.found, 'customer')} with a date or a figure: ${shortfall.needed} are needed to rank them. ${meanwhile}`;
    case 'no-components':
      return `The customers cannot be ranked: ${shortfall.reason} Needed is one figure that differs between customers: contract value, days to close, dates of start and end, satisfaction, support tickets or margin. ${meanwhile}`;
    case 'no-line':
      return `No line can be drawn between the best and the rest of ${plural(shortfall.ranked, 'ranked customer')}: ${shortfall.reason} ${meanwhile}`;
  }
}
