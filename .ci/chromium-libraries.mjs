// Page tests use a Chromium from npm; a bare Debian lacks some shared libraries that it links to.
import { spawnSync } from 'node:child_process';

const { default: chromium } = await import('@sparticuz/chromium');
const binary = await chromium.executablePath();

function missingLibraries() {
  const { stdout } = spawnSync('ldd', [binary], { encoding: 'utf8' });
  return (stdout ?? '').split('\n').filter((line) => line.includes('not found'));
}

function install(packages) {
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}

const isRoot = process.getuid?.() === 0;
if (missingLibraries().length > 0 && isRoot) install(['libnss3', 'libnspr4', 'libexpat1']);
for (const line of missingLibraries()) console.log(`Chromium lacks a library:${line.replace('=>', '')}`);
