import { describe, expect, it } from 'vitest';
import type { FieldQuality, Finding, QualityReport } from '../../app/report-quality.ts';
import { renderQualityHtml } from './render-quality-html.ts';

const field: FieldQuality = {
  name: 'size',
  label: 'Größe <b>',
  kind: 'number',
  layer: 'firmographic',
  custom: true,
  coverage: { known: 1, of: 8 },
  prospects: null,
  searchable: null,
  distinct: 1,
  distinctAbout: false,
  top: [],
  range: { low: 1200, high: 1200 },
  unit: null,
  mixedCurrency: false,
  converted: null,
  known: 'unknown',
  knownBy: 'guessed',
  sources: ['a.csv'],
};

const finding: Finding = {
  kind: 'near-duplicates',
  severity: 'medium',
  table: 'accounts',
  field: 'size',
  source: null,
  count: 2,
  of: 8,
  examples: ['`<script>` (2)'],
  message: '1 value of `size` in several spellings',
  said: { code: 'near-duplicates', params: {}, examples: [] },
  action: null,
  fix: `bestfit field size --merge "a=b"`,
};

function report(changes: Partial<QualityReport>): QualityReport {
  return {
    kind: 'quality',
    snapshot: 'abc123',
    asOf: '2026-09-30',
    sources: [
      {
        name: 'a.csv',
        as: 'accounts',
        importedAt: '2026-09-30T10:00:00Z',
        observedOn: null,
        rows: { in: 10, kept: 8, quarantined: 2 },
        duplicates: 0,
        joins: [],
        found: null,
      },
    ],
    absences: [],
    quarantine: [
      {
        source: 'a.csv',
        rows: 2,
        repeats: 0,
        first: [{ line: 7, column: 'size', value: '<img src=x>', reason: 'not a number' }],
      },
    ],
    tables: [{ table: 'accounts', rows: 8, fields: [field] }],
    findings: [finding],
    ...changes,
  };
}

describe('the quality report as a page', () => {
  it('shows rows in, kept and set aside, every finding with its command, every field with its coverage', () => {
    const html = renderQualityHtml(report({}));
    for (const shown of [
      '<b>10</b>rows read',
      '<b>8</b>kept (80%)',
      '<b>2</b>set aside',
      '13%',
      '1,200 to 1,200',
    ])
      expect(html).toContain(shown);
    expect(html).toContain('<code class="fix">bestfit field size --merge &quot;a=b&quot;</code>');
    expect(html).toContain('<td class="n">7</td>');
  });

  it('shows values and labels as text, never as markup, and holds no script and no outside reference', () => {
    const html = renderQualityHtml(report({}));
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('&lt;img src=x&gt;');
    expect(html).not.toMatch(/<script|<img|<link|https?:|url\(/);
  });

  it('asks about when fields are known once, with a command for each field', () => {
    const asked = ['one', 'two'].map(
      (name): Finding => ({
        ...finding,
        kind: 'when-unknown',
        field: name,
        examples: [],
        message: `nobody has said of \`${name}\``,
        fix: `bestfit field ${name} --known before`,
      }),
    );
    const html = renderQualityHtml(report({ findings: asked }));
    expect(html.match(/Nobody has said of 2 fields/g)).toHaveLength(1);
    expect(html).toContain('bestfit field two --known before');
  });

  it('says so when there is nothing to mend', () => {
    expect(renderQualityHtml(report({ findings: [] }))).toContain('Nothing to mend was found.');
  });
});
