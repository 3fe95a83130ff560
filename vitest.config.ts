import { defineConfig } from 'vitest/config';

/** Tests of the pure floors share nothing that one could leave behind for another: they need no process each. */
const pure = ['src/base/**/*.test.ts', 'src/stages/**/*.test.ts', 'web/src/**/*.test.ts'];

const shared = { testTimeout: 120_000, hookTimeout: 180_000, pool: 'forks', maxWorkers: 2 } as const;

export default defineConfig({
  test: {
    ...shared,
    projects: [
      { test: { ...shared, name: 'pure', include: pure, isolate: false } },
      {
        test: {
          ...shared,
          name: 'whole',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'samples/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...pure],
        },
      },
    ],
  },
});
