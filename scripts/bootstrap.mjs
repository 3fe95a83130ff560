// Installs what is missing, before anything else runs. Uses nothing that would have to be installed itself.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.bestfit-installed');
const lock = join(root, '.tmp', 'bootstrap.lock');

/** What an installation depends on: the lock file and the platform. */
function fingerprint() {
  const file = join(root, 'package-lock.json');
  const content = existsSync(file) ? readFileSync(file) : readFileSync(join(root, 'package.json'));
  return createHash('sha256').update(content).update(`${process.platform} ${process.arch}`).digest('hex');
}

function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function stop(text) {
  say(text);
  process.exit(1);
}

function npmInstall(extra) {
  const args = ['install', '--no-audit', '--no-fund', '--loglevel=error', ...extra];
  const done = spawnSync('npm', args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) stop('`npm install` failed: see the lines above.');
}

/** Native modules hold compiled code for one platform: loading them is the only proof that it is there. */
function loadsNativeModules() {
  const script = "await import('@duckdb/node-api'); await import('@photostructure/sqlite');";
  const args = ['--input-type=module', '--eval', script];
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'ignore' }).status === 0;
}

function install() {
  say('Installing what Bestfit needs (once) ...');
  npmInstall([]);
  if (!loadsNativeModules()) {
    say(
      'The lock file has no binaries of DuckDB and SQLite for this machine: installing once more without it ...',
    );
    rmSync(modules, { recursive: true, force: true });
    npmInstall(['--no-package-lock']);
    if (!loadsNativeModules())
      stop(
        `DuckDB or SQLite cannot be loaded on ${process.platform} ${process.arch} with Node ${process.version}.`,
      );
  }
  writeFileSync(stamp, fingerprint());
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Tries to be the one that installs; a lock whose owner is gone is taken over. */
function takeLock() {
  mkdirSync(dirname(lock), { recursive: true });
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const owner = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
  if (owner > 0 && !isAlive(owner)) rmSync(lock, { force: true });
  return false;
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  stop(`Bestfit needs Node.js 20.19 or newer; this is ${process.versions.node}.`);

while (!isInstalled()) {
  if (!takeLock()) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    continue;
  }
  try {
    if (!isInstalled()) install();
  } finally {
    rmSync(lock, { force: true });
  }
}
