// Brings docs/errors.md up to date with the catalogue; the hand-written causes in it stay.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const page = join(root, 'docs', 'errors.md');
const contents = `
  export { catalogue } from './src/base/errors/index.ts';
  export { readCauses, renderErrorDocs } from './scripts/error-docs.ts';`;
const { outputFiles } = await build({
  stdin: { contents, resolveDir: root, loader: 'ts' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  write: false,
});
const code = Buffer.from(outputFiles[0].contents).toString('base64');
const { catalogue, readCauses, renderErrorDocs } = await import(`data:text/javascript;base64,${code}`);

const causes = readCauses(existsSync(page) ? readFileSync(page, 'utf8') : '');
mkdirSync(dirname(page), { recursive: true });
writeFileSync(page, renderErrorDocs(catalogue, causes));
const missing = Object.keys(catalogue).filter((name) => !causes.get(name));
if (missing.length > 0) console.log(`Write the cause of: ${missing.join(', ')}`);
