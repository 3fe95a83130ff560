import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Engine } from '../../src/base/sql/index.ts';
import { aggregateFacts } from './engine-aggregates.ts';
import { fileFacts } from './engine-files.ts';
import { functionFacts } from './engine-functions.ts';
import { keepingFacts } from './engine-keeping.ts';
import { logicFacts } from './engine-logic.ts';
import { relationFacts } from './engine-relations.ts';
import { safetyFacts } from './engine-safety.ts';
import { typeFacts } from './engine-types.ts';

/** An engine that the contract is held against. */
export interface EngineUnderTest {
  readonly name: string;
  readonly open: () => Promise<Engine>;
  /** Facts that this engine does not keep, by title, each with the reason. */
  readonly skips: Readonly<Record<string, string>>;
}

/** One fact of the contract: a title and what must hold. */
export type Facts = Readonly<Record<string, (engine: Engine) => Promise<void>>>;

const parts: Readonly<Record<string, Facts>> = {
  types: typeFacts,
  logic: logicFacts,
  functions: functionFacts,
  aggregates: aggregateFacts,
  relations: relationFacts,
  keeping: keepingFacts,
  files: fileFacts,
  safety: safetyFacts,
};

/** Runs every fact of the contract on one engine; skipped facts stay visible with their reason. */
export function engineContract({ name, open, skips }: EngineUnderTest): void {
  describe(`${name} keeps the engine contract`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await open();
    });
    afterAll(() => engine?.close());
    for (const [part, facts] of Object.entries(parts)) {
      describe(part, () => {
        for (const [title, holds] of Object.entries(facts)) {
          const reason = skips[title];
          if (reason === undefined) it(title, () => holds(engine));
          else it.skip(`${title} (skipped: ${reason})`, () => undefined);
        }
      });
    }
    it('skips only facts that exist', ({ expect }) => {
      const titles = Object.values(parts).flatMap((facts) => Object.keys(facts));
      expect(Object.keys(skips).filter((title) => !titles.includes(title))).toEqual([]);
    });
  });
}
