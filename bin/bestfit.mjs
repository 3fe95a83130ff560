#!/usr/bin/env node
// Plain old JavaScript, so that an old Node reads it far enough to say what is wrong.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, 'src');
const built = join(root, 'dist', 'cli.js');

function isNodeTooOld() {
  const version = process.versions.node.split('.').map(Number);
  return version[0] < 20 || (version[0] === 20 && version[1] < 19);
}

/** Newest change under a folder; folders count too, so that a deleted file is noticed. */
function newestChange(folder) {
  let newest = statSync(folder).mtimeMs;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) newest = Math.max(newest, newestChange(path));
    else if (!entry.name.endsWith('.test.ts')) newest = Math.max(newest, statSync(path).mtimeMs);
  }
  return newest;
}

/** Only a clone holds the sources; an installed package comes built. */
function isBuildStale() {
  if (!existsSync(join(source, 'faces', 'cli', 'main.ts'))) return false;
  if (!existsSync(built)) return true;
  const files = ['package.json', join('scripts', 'build.mjs')].map(
    (name) => statSync(join(root, name)).mtimeMs,
  );
  const folders = [source, join(root, 'samples')].filter((folder) => existsSync(folder)).map(newestChange);
  return Math.max(...files, ...folders) > statSync(built).mtimeMs;
}

/** The web app is built apart, and only for the commands that serve it. */
function isWebStale() {
  const web = join(root, 'web');
  const page = join(root, 'dist', 'web', 'index.html');
  const serves = process.argv.some((word) => word === 'serve' || word === '--serve');
  if (!serves || !existsSync(join(web, 'src', 'main.tsx'))) return false;
  if (!existsSync(page)) return true;
  const parts = [web, join(source, 'faces', 'http'), join(source, 'stages')].map(newestChange);
  return Math.max(...parts) > statSync(page).mtimeMs;
}

async function rebuild() {
  const cli = isBuildStale();
  const web = isWebStale();
  if (!cli && !web) return;
  const build = await import('../scripts/build.mjs');
  if (cli) await build.buildCli();
  if (web) await build.buildWeb();
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

function start() {
  return rebuild()
    .then(() => import(pathToFileURL(built).href))
    .then((cli) => cli.main(process.argv))
    .then((exitCode) => {
      process.exitCode = exitCode;
    });
}

function explain(error) {
  const isClone = existsSync(source);
  if (isClone && error.code === 'ERR_MODULE_NOT_FOUND')
    stop('Bestfit is not fully installed: run `npm install` in its folder, then try again.');
  else if (isClone && Array.isArray(error.errors)) stop('The sources do not build: see the lines above.');
  else throw error;
}

if (isNodeTooOld()) stop(`Bestfit needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
else start().catch(explain);
