import type { Page } from 'playwright-core';

/** What a page of the app looks like on paper. */
export interface PrintedSheet {
  readonly pages: number;
  /** Elements of the sheet that overflow their box or leave it. */
  readonly clipped: readonly string[];
  /** Smallest type of the sheet, in points. */
  readonly smallest: number;
  /** What the sheet says it moved to the annex. */
  readonly moved: string | null;
}

/** Prints the page as the browser does, and measures its sheet under the rules of paper. */
export async function printedSheet(page: Page): Promise<PrintedSheet> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const pages = (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
  await page.emulateMedia({ media: 'print' });
  const measured = await page.evaluate<Omit<PrintedSheet, 'pages'>>(measure);
  await page.emulateMedia({ media: null });
  return { pages, ...measured };
}

const measure = `(() => {
  const sheet = document.querySelector('body > [aria-hidden] > div');
  const frame = sheet.getBoundingClientRect();
  const all = [...sheet.querySelectorAll('*')].filter((element) => !element.closest('svg'));
  const shown = (element) => getComputedStyle(element).display;
  const clipped = all.filter((element) => {
    const box = element.getBoundingClientRect();
    if (box.width === 0) return false;
    const wide = shown(element) !== 'inline' && element.scrollWidth > element.clientWidth + 1;
    return wide || box.bottom > frame.bottom + 0.5 || box.right > frame.right + 0.5 || box.left < frame.left - 0.5;
  }).map((element) => element.tagName + ' ' + element.textContent.slice(0, 50));
  const texts = all.filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''));
  const moved = [...sheet.querySelectorAll('footer p')].map((line) => line.textContent).find((text) => /annex|anexo/.test(text));
  return {
    clipped,
    smallest: Math.min(...texts.map((element) => parseFloat(getComputedStyle(element).fontSize) * 0.75)),
    moved: moved ?? null,
  };
})()`;
