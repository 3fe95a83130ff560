import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join('bin', 'bestfit.mjs');

/** A clone with a command line of its own in place of ours. */
function makeClone({ installed }: { readonly installed: boolean }): string {
  const clone = mkdtempSync(join(tmpdir(), 'bestfit-clone-'));
  onTestFinished(() => rmSync(clone, { recursive: true, force: true }));
  for (const part of ['bin', 'scripts', 'package.json'])
    cpSync(join(root, part), join(clone, part), { recursive: true });
  if (installed) symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'), 'junction');
  for (const face of ['cli', 'job']) mkdirSync(join(clone, 'src/faces', face), { recursive: true });
  writeFileSync(join(clone, 'src/faces/job/main.ts'), "console.log('a job');\n");
  writeMain(clone, "console.log('first', argv.slice(2).join(' ')); return 3;");
  return clone;
}

function writeMain(clone: string, body: string): void {
  const path = join(clone, 'src/faces/cli/main.ts');
  writeFileSync(path, `export async function main(argv: readonly string[]): Promise<number> { ${body} }\n`);
  const later = new Date(Date.now() + 2000);
  utimesSync(path, later, later);
}

const start = (clone: string, ...args: string[]): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [bin, ...args], { cwd: clone, encoding: 'utf8' });

/** Runs a script as if by another version of Node. */
function runAsNode(version: string, script: string): SpawnSyncReturns<string> {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' });`;
  const code = `${pretend} await import(${JSON.stringify(pathToFileURL(join(root, script)).href)});`;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' });
}

describe('bin/bestfit.mjs in a clone', () => {
  it('builds the sources, hands over the arguments and gives back the exit code', () => {
    const clone = makeClone({ installed: true });
    const { stdout, status } = start(clone, 'list', '--json');
    expect(stdout).toBe('first list --json\n');
    expect(status).toBe(3);
  });

  it('builds again after a source has changed, and only then', () => {
    const clone = makeClone({ installed: true });
    start(clone);
    writeMain(clone, "console.log('second'); return 0;");
    expect(start(clone).stdout).toBe('second\n');
    const built = join(clone, 'dist/cli.js');
    const longFromNow = new Date(Date.now() + 3_600_000);
    writeFileSync(built, "export const main = async () => { console.log('built'); return 0; };");
    utimesSync(built, longFromNow, longFromNow);
    expect(start(clone).stdout).toBe('built\n');
  });

  it('may be started twice at once before it is built', async () => {
    const clone = makeClone({ installed: true });
    const children = ['one', 'two', 'three'].map((name) =>
      spawn(process.execPath, [bin, name], { cwd: clone }),
    );
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'close'))[0]));
    expect(codes).toEqual([3, 3, 3]);
    expect(readdirSync(join(clone, 'dist'))).toEqual(['cli.js', 'job.js']);
  });

  it('says in one sentence that it is not installed', () => {
    const { stderr, status } = start(makeClone({ installed: false }));
    expect(stderr).toBe('Bestfit is not fully installed: run `npm install` in its folder, then try again.\n');
    expect(status).toBe(1);
  });

  it('says in one sentence that the sources do not build', () => {
    const clone = makeClone({ installed: true });
    writeMain(clone, 'return (;');
    const { stderr, status } = start(clone);
    expect(stderr).toMatch(/main\.ts:1:\d+[\s\S]*The sources do not build: see the lines above\.\n$/);
    expect(status).toBe(1);
  });
});

describe('an old Node', () => {
  it.each([bin, join('scripts', 'bootstrap.mjs')])('gets one clear sentence from %s', (script) => {
    for (const version of ['18.20.4', '20.18.3']) {
      const { stderr, status } = runAsNode(version, script);
      expect(stderr).toBe(`Bestfit needs Node.js 20.19 or newer; this is ${version}.\n`);
      expect(status).toBe(1);
    }
  });
});

describe('scripts/bootstrap.mjs', () => {
  it('has nothing to say once everything is installed', () => {
    const bootstrap = () =>
      spawnSync(process.execPath, [join(root, 'scripts/bootstrap.mjs')], { encoding: 'utf8' });
    bootstrap();
    const { stdout, stderr, status } = bootstrap();
    expect({ stdout, stderr, status }).toEqual({ stdout: '', stderr: '', status: 0 });
  });
});
