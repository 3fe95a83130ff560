import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCauses, renderErrorDocs } from '../scripts/error-docs.ts';
import { catalogue } from '../src/base/errors/index.ts';

const page = readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8');
const headings = [...page.matchAll(/^## `([^`]+)`$/gm)].map((match) => match[1]);

describe('docs/errors.md', () => {
  it('lists exactly the codes of the catalogue', () => {
    expect(headings).toEqual(Object.keys(catalogue).sort());
  });

  it('says what the catalogue says (`npm run errors:docs` brings it up to date)', () => {
    expect(page).toBe(renderErrorDocs(catalogue, readCauses(page)));
  });

  it('names the cause of every error', () => {
    const silent = [...readCauses(page)].filter(([, cause]) => cause === '').map(([code]) => code);
    expect(silent).toEqual([]);
  });
});

describe('the words of the catalogue', () => {
  it.each(Object.keys(catalogue))('%s fills in every parameter', (code) => {
    const section = page.split(/^## /m).find((part) => part.startsWith(`\`${code}\``)) ?? '';
    expect(section).not.toMatch(/undefined|\[object|NaN/);
    expect(section).toMatch(/\*\*What to do\.\*\* .{10,}/);
  });
});
