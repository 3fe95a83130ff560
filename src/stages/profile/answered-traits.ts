import type { Condition } from '../../base/expr/index.ts';
import { readSize } from './read-size.ts';
import { readToolAnswer } from './read-tool-answer.ts';
import { beliefPoints, sizePoints } from './rubric-points.ts';
import { splitAnswer } from './split-answer.ts';
import type { FitLine, NewProfile, ProfileAnswers } from './types.ts';

/** Fit lines that answers about industry, size and tools give, and the parts that give none. */
export function answeredTraits(answers: ProfileAnswers): {
  readonly fit: readonly FitLine[];
  readonly unread: NewProfile['unread'];
} {
  const industries = splitAnswer(answers.customers, /[,;\n]/);
  const sizes = splitAnswer(answers.size, /[;\n]/).map((text) => ({ text, size: readSize(text) }));
  const tools = splitAnswer(answers.tools, /[,;\n]/).map((text) => ({ text, tool: readToolAnswer(text) }));
  const fit = [
    ...(industries.length === 0
      ? []
      : [believed('firmographic', { op: 'any', field: 'industry', values: industries })]),
    ...sizes.flatMap(({ size }) => (size === null ? [] : [believed('firmographic', size)])),
    ...tools.flatMap(({ tool }) => (tool === null ? [] : [believed('technographic', tool)])),
  ];
  const unread: NewProfile['unread'] = [
    ...sizes
      .filter(({ size }) => size === null)
      .map(({ text }) => ({
        question: 'size' as const,
        text,
        why: 'no range such as `3 to 15 practitioners`',
      })),
    ...tools
      .filter(({ tool }) => tool === null)
      .map(({ text }) => ({ question: 'tools' as const, text, why: 'neither `uses ...` nor `lacks ...`' })),
  ];
  return { fit, unread };
}

function believed(layer: FitLine['layer'], condition: Condition): FitLine {
  const points = condition.op === 'window' ? sizePoints : beliefPoints(condition, []);
  return { layer, condition, points, evidence: null, note: null };
}
