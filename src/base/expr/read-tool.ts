import { readDuration } from './read-duration.ts';
import { readObject } from './read-object.ts';
import { readText } from './read-text.ts';
import { refuseCondition } from './refuse-condition.ts';
import type { ToolMatch } from './types.ts';

/** What `uses` or `lacks` names: a tool's name, or a mapping of name, category and how new it is. */
export function readTool(written: unknown, where: string): ToolMatch {
  if (typeof written === 'string')
    return {
      technology: readText(written, where, 'the name of a tool'),
      category: null,
      firstSeenWithin: null,
    };
  const tool = readObject(written, where, ['technology', 'category', 'first_seen_within']);
  if (tool.technology === undefined && tool.category === undefined)
    return refuseCondition({ where, found: written, expected: 'a `technology`, a `category` or both' });
  return {
    technology:
      tool.technology === undefined
        ? null
        : readText(tool.technology, `${where}.technology`, 'the name of a tool'),
    category:
      tool.category === undefined
        ? null
        : readText(tool.category, `${where}.category`, 'a category of tools'),
    firstSeenWithin:
      tool.first_seen_within === undefined
        ? null
        : readDuration(tool.first_seen_within, `${where}.first_seen_within`),
  };
}
