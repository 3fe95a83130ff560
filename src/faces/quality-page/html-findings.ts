import type { Finding, Severity } from '../../app/report-quality.ts';
import { escapeHtml } from '../page/index.ts';
import { countWords } from '../words/index.ts';
import { richText } from './rich-text.ts';

const titles: Readonly<Record<Severity, string>> = {
  high: 'To mend first <small>figures are wrong until then</small>',
  medium: 'To look at <small>patterns may be missed or misled</small>',
  low: 'Good to know',
};

/** Every finding, the most severe first, with its examples and the command that mends it. */
export function htmlFindings(findings: readonly Finding[]): string {
  if (findings.length === 0) return '<h2>Findings</h2><p>Nothing to mend was found.</p>';
  return (['high', 'medium', 'low'] as const).map((severity) => ofSeverity(findings, severity)).join('');
}

function ofSeverity(findings: readonly Finding[], severity: Severity): string {
  const found = findings.filter((finding) => finding.severity === severity);
  if (found.length === 0) return '';
  const asked = found.filter(({ kind }) => kind === 'when-unknown');
  const others = found.filter((finding) => asked.length < 2 || !asked.includes(finding));
  const items = [...others.map(oneFinding), ...(asked.length < 2 ? [] : [askedTogether(asked)])];
  return `<h2>${titles[severity]}</h2><ul>${items.join('')}</ul>`;
}

function oneFinding({ table, field, message, examples, fix, severity }: Finding): string {
  const place = field === null || table === null ? '' : `<small>${escapeHtml(table)}:</small> `;
  const shown = examples.length === 0 ? '' : `<p class="soft">${examples.map(richText).join(' · ')}</p>`;
  return `<li class="finding ${severity}"><p>${place}${richText(message)}${/[.?!]$/.test(message) ? '' : '.'}</p>${shown}${htmlFix(fix)}</li>`;
}

/** One question for many fields: only the commands differ. */
function askedTogether(findings: readonly Finding[]): string {
  const text = `Nobody has said of ${countWords(findings.length)} fields whether they are known before the sale, or only after it (\`--known after\`) and so explain nothing.`;
  const fixes = findings.map(({ examples, fix }) => {
    const shown = examples.length === 0 ? '' : ` <small>${examples.map(richText).join(' · ')}</small>`;
    return `<div>${htmlFix(fix)}${shown}</div>`;
  });
  return `<li class="finding ${findings[0]?.severity ?? 'medium'}"><p>${richText(text)}</p>${fixes.join('')}</li>`;
}

function htmlFix(fix: string | null): string {
  return fix === null ? '' : `<code class="fix">${escapeHtml(fix)}</code>`;
}
