import { describe, expect, it } from 'vitest';
import { seriousViolations } from './axe.ts';
import { keepScreen } from './open-app.ts';
import { servedSample } from './served-sample.ts';

const open = servedSample({ customers: 90, withPage: true });

describe('the page of the patterns', () => {
  it('asks for beliefs before the first look, then looks, with its progress', async () => {
    const { page, context, complaints } = await open('/patterns');
    await page.getByRole('heading', { name: 'Say what you believe before you look' }).waitFor();
    await page.getByRole('combobox', { name: 'It is about' }).click();
    await page.getByRole('option', { name: 'Industry' }).click();
    await page.getByRole('combobox', { name: 'It is', exact: true }).click();
    await page.getByRole('option', { name: 'private clinic' }).click();
    await page.getByRole('button', { name: 'Add this belief' }).click();
    await page.getByText('Industry is private clinic').waitFor();
    await keepScreen(page, 'patterns-beliefs');
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Look for patterns' }).click();
    await page.getByText('supported', { exact: true }).first().waitFor({ timeout: 60_000 });
    await page.getByText('said before looking').first().waitFor();
    await page.getByText(/chance alone would give/).waitFor();
    await keepScreen(page, 'patterns');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('shows who stands behind a pattern, and puts it on the page and off it again', async () => {
    const { page, context, complaints } = await open('/patterns');
    const name = page.getByRole('button', { name: /^industry is private clinic$/i });
    await name.first().click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('tab', { name: /best with it/ }).waitFor();
    expect(page.url()).toContain('pattern=p-');
    await keepScreen(page, 'pattern-drawer');
    expect(await seriousViolations(page)).toEqual([]);
    await drawer.getByRole('button', { name: 'Add to the page' }).click();
    await page.getByText('On the page “Ours” with 3 points, version 2.').waitFor();
    await drawer.getByRole('button', { name: 'Add to the page' }).click();
    await drawer.getByText('It stands on the page already.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect
      .poll(async () => {
        await drawer.getByRole('button', { name: 'Add to the page' }).click();
        return page.getByText('On the page “Ours” with 3 points, version 4.').isVisible();
      })
      .toBe(true);
    await drawer.getByRole('button', { name: 'We see it too' }).click();
    await drawer.getByLabel('Why').fill('Our partner is there');
    await drawer.getByRole('button', { name: 'Save' }).click();
    await drawer.getByText('Our partner is there').waitFor();
    await drawer.getByRole('tab', { name: /rest with it/ }).click();
    await drawer.getByRole('tabpanel').getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Best customers' }).waitFor();
    expect(page.url()).toContain('/customers?customer=');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('says what has changed since, and what the data lack to compare other groups', async () => {
    const { page, context, complaints } = await open('/customers?weights=tenure:5');
    await page.getByRole('button', { name: 'Save weights' }).click();
    await page.getByText('The weights are kept').waitFor();
    await page.goto(new URL('/patterns', page.url()).href);
    await page.getByText(/other weights say who is best/).waitFor();
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByText(/other weights say who is best/).waitFor({ state: 'detached', timeout: 60_000 });
    await page.goto(new URL('/patterns?contrast=customers-market', page.url()).href);
    await page.getByRole('button', { name: 'Look for patterns' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
