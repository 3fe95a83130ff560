import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** One file per planted violation, with the rule that must name it. */
const planted: readonly { readonly rule: string; readonly path: string; readonly content: string }[] = [
  {
    rule: 'no-import-upward-from-base',
    path: 'src/base/stats/planted-upward.ts',
    content: "export type { Snapshot } from '../../stages/dataset/index.ts';",
  },
  {
    rule: 'no-import-upward-from-stages',
    path: 'src/stages/value/planted-upward.ts',
    content: "export type { Store } from '../../edges/store/index.ts';",
  },
  {
    rule: 'no-import-upward-from-edges',
    path: 'src/edges/store/planted-upward.ts',
    content: "export * from '../../app/planted-use-case.ts';",
  },
  {
    rule: 'no-import-upward-from-app',
    path: 'src/app/planted-upward.ts',
    content: "export * from '../faces/planted-face.ts';",
  },
  {
    rule: 'base-errors-imports-only-itself',
    path: 'src/base/errors/planted-sideways.ts',
    content: "export type { Condition } from '../expr/index.ts';",
  },
  {
    rule: 'base-expr-imports-only-errors',
    path: 'src/base/expr/planted-sideways.ts',
    content: "export type { SqlQuery } from '../sql/index.ts';",
  },
  {
    rule: 'no-cycle',
    path: 'src/base/stats/planted-cycle-a.ts',
    content: "import type { B } from './planted-cycle-b.ts';\nexport interface A { readonly b: B | null }",
  },
  {
    rule: 'no-cycle-between-folders',
    path: 'src/stages/dataset/planted-folder-cycle.ts',
    content: "export type { Profile } from '../profile/index.ts';",
  },
  {
    rule: 'only-through-the-door',
    path: 'src/stages/scorecard/planted-deep-import.ts',
    content: "export type { Profile } from '../profile/types.ts';",
  },
  {
    rule: 'only-through-the-door',
    path: 'src/faces/planted-deep-import.ts',
    content: "export type { Store } from '../edges/store/types.ts';",
  },
  {
    rule: 'faces-do-not-know-each-other',
    path: 'src/faces/planted-mcp/planted-sideways.ts',
    content: "export * from '../planted-http/planted-route.ts';",
  },
  {
    rule: 'edges-do-not-know-each-other',
    path: 'src/edges/store/planted-sideways.ts',
    content: "export * from '../planted-edge/index.ts';",
  },
  {
    rule: 'only-compose-chooses-edges',
    path: 'src/app/planted-use-case.ts',
    content: "export { openStore } from '../edges/store/index.ts';",
  },
  {
    rule: 'pure-floors-use-no-node',
    path: 'src/stages/value/planted-node.ts',
    content: "export { readFileSync } from 'node:fs';",
  },
  {
    rule: 'web-talks-http-only',
    path: 'web/src/planted-import.ts',
    content: "export * from '../../src/stages/value/index.ts';",
  },
  {
    rule: 'product-imports-only-the-product',
    path: 'src/faces/planted-test-import.ts',
    content: "export * from '../../test/planted-fixture.ts';",
  },
  {
    rule: 'no-development-package-in-the-product',
    path: 'src/faces/planted-development-package.ts',
    content: "export { build } from 'esbuild';",
  },
  {
    rule: 'imports-resolve',
    path: 'src/faces/planted-unresolved.ts',
    content: "export * from './nowhere-to-be-found.ts';",
  },
];

const counterparts: Readonly<Record<string, string>> = {
  'src/base/stats/planted-cycle-b.ts':
    "import type { A } from './planted-cycle-a.ts';\nexport interface B { readonly a: A | null }",
  'src/edges/planted-edge/index.ts': 'export const edge = 1;',
  'src/faces/planted-face.ts': 'export const face = 1;',
  'src/faces/planted-http/planted-route.ts': 'export const route = 1;',
  'test/planted-fixture.ts': 'export const fixture = 1;',
};

function plant(copy: string, path: string, content: string): void {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), `${content}\n`);
}

function copyProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'bestfit-boundaries-'));
  for (const part of ['src', 'package.json', 'tsconfig.json', 'tsconfig.pure.json'])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  return copy;
}

function runNode(
  args: readonly string[],
  cwd: string,
): { readonly status: number | null; readonly text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  return { status, text: stdout + stderr };
}

const checkBoundaries = (copy: string) => runNode([join(root, 'scripts/check-boundaries.mjs'), copy], copy);

describe('the boundaries check', () => {
  let copy = '';
  let found = { status: null as number | null, text: '' };

  beforeAll(() => {
    copy = copyProject();
    for (const { path, content } of planted) plant(copy, path, content);
    for (const [path, content] of Object.entries(counterparts)) plant(copy, path, content);
    found = checkBoundaries(copy);
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('fails on a copy with planted violations', () => {
    expect(found.status).toBe(1);
  });

  it.each(planted)('$rule names $path', ({ rule, path }) => {
    const place = rule === 'no-cycle-between-folders' ? dirname(path) : path;
    const lines = found.text.split('\n').filter((line) => line.startsWith(`${rule}: `));
    expect(lines.filter((line) => line.includes(place))).not.toEqual([]);
  });
});

describe('a check that reads nothing', () => {
  it('fails instead of passing in silence', () => {
    const copy = mkdtempSync(join(tmpdir(), 'bestfit-empty-'));
    try {
      plant(copy, 'src/base/alone.ts', 'export const alone = 1;');
      plant(copy, 'tsconfig.json', '{}');
      const { status, text } = checkBoundaries(copy);
      expect(text).toContain('nothing-was-read');
      expect(status).toBe(1);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });
});

describe('the types of base and stages', () => {
  it.each([
    ['a Node type', 'export const size = (buffer: Buffer) => buffer.length;', "Cannot find name 'Buffer'"],
    ['a DOM type', 'export const title = () => document.title;', "Cannot find name 'document'"],
    ['a console', "export const say = () => console.log('x');", "Cannot find name 'console'"],
  ])('%s in base is an error', (_name, content, message) => {
    const copy = mkdtempSync(join(tmpdir(), 'bestfit-pure-'));
    try {
      for (const part of ['tsconfig.json', 'tsconfig.pure.json']) cpSync(join(root, part), join(copy, part));
      symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
      plant(copy, 'src/base/planted.ts', content);
      const tsc = join(root, 'node_modules/typescript-7/bin/tsc');
      const { status, text } = runNode([tsc, '-p', 'tsconfig.pure.json'], copy);
      expect(text).toContain(message);
      expect(status).not.toBe(0);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });
});
