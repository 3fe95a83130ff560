import { describe, expect, it } from 'vitest';
import { takeUnits } from '../../discovery/index.ts';
import { rubricCard } from './rubric-card.ts';
import { trainCard } from './train-card.ts';
import { everyRow, plantedTask } from './training-fixtures.ts';
import type { TrainedCard } from './types.ts';

const pointsOf = ({ lines }: TrainedCard) =>
  lines.map(({ label, points }) => `${label} ${points}`).toSorted();
const request = (task: ReturnType<typeof plantedTask>) => ({
  rows: everyRow(task),
  groups: everyRow(task),
  seed: 1,
  keep: 1,
});

describe('a card', () => {
  it('gives what was planted its points', () => {
    const task = plantedTask(300, 7);
    const { cards } = trainCard(task, request(task));
    const subjects = cards[0]!.lines.filter(({ points }) => points > 0).map(({ subject }) => subject);
    expect(subjects).toEqual(expect.arrayContaining(['field exports', 'field employees']));
  });

  it('stays within a point of the rubric below 100 units', () => {
    for (const seed of [1, 2, 3]) {
      const task = plantedTask(40, seed);
      const { cards, price } = trainCard(task, request(task));
      expect(price).toBe(1.2);
      for (const { points, rubric } of cards[0]!.lines)
        expect(Math.abs(points - rubric)).toBeLessThanOrEqual(1);
    }
  });

  it('does not hang on the outcomes of units that are held out', () => {
    const task = plantedTask(160, 11);
    const rows = everyRow(task).filter((unit) => unit % 4 !== 0);
    const { value, label } = task.discovery;
    const turned = {
      ...task,
      discovery: {
        ...task.discovery,
        value: value!.map((worth, unit) => (unit % 4 === 0 ? -worth : worth)),
        label: label.map((y, unit) => (unit % 4 === 0 ? 1 - y : y)),
      },
    };
    const learn = (of: typeof task) => trainCard(of, { ...request(of), rows });
    const [plain, other] = [learn(task), learn(turned)];
    expect(pointsOf(other.cards[0]!)).toEqual(pointsOf(plain.cards[0]!));
    expect(other.price).toBe(plain.price);
    expect(pointsOf(rubricCard(other.prepared))).toEqual(pointsOf(rubricCard(plain.prepared)));
  });

  it('draws the line under the best among the units it learns from', () => {
    const task = plantedTask(90, 3);
    const rows = everyRow(task).filter((unit) => task.discovery.label[unit] === 0);
    const { prepared } = trainCard(task, { ...request(task), rows });
    const positives = prepared.label.reduce((sum, y) => sum + y, 0);
    expect(positives).toBe(20);
    expect(takeUnits(task.discovery, rows).label.every((y) => y === 0)).toBe(true);
  });

  it('keeps away from what is forbidden, and keeps the sign it is given', () => {
    const task = plantedTask(300, 7);
    const options = {
      ...task.options,
      forbidden: ['field exports'],
      signs: { 'field employees': -1 as const },
    };
    const asked = { ...task, options };
    const { cards } = trainCard(asked, request(asked));
    for (const { subject, points } of cards[0]!.lines) {
      expect(subject).not.toContain('exports');
      if (subject === 'field employees') expect(points).toBeLessThan(0);
    }
  });

  it('takes nothing away in the style of the guides', () => {
    const task = plantedTask(300, 9);
    const asked = { ...task, options: { ...task.options, style: 'guide' as const } };
    const { cards } = trainCard(asked, request(asked));
    expect(cards[0]!.lines.length).toBeGreaterThan(0);
    for (const { points } of cards[0]!.lines) expect(points).toBeGreaterThan(0);
  });

  it('keeps a line that a person gave at its points, and no other line about its subject', () => {
    const task = plantedTask(300, 7);
    const answers = Float64Array.from({ length: 300 }, (_, i) => i % 2);
    const condition = { op: 'any', field: 'exports', values: [true] } as const;
    const given = [
      { condition, layer: 'firmographic' as const, label: 'exports is yes', points: 4, answers },
    ];
    const asked = { ...task, given };
    const { cards } = trainCard(asked, request(asked));
    const about = cards[0]!.lines.filter(({ subject }) => subject.includes('exports'));
    expect(about.map(({ points }) => points)).toEqual([4]);
  });
});
