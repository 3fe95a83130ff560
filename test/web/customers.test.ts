import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { seriousViolations } from './axe.ts';
import { keepScreen } from './open-app.ts';
import { servedSample } from './served-sample.ts';

const open = servedSample({ customers: 60, withPage: false });

const rows = (page: Page) => page.getByRole('table').locator('tbody button');
const ranking = async (page: Page) => {
  await rows(page).first().waitFor();
  return rows(page).allTextContents();
};

describe('the page of the best customers', () => {
  it('ranks anew while a weight moves, and says who enters and who leaves', async () => {
    const { page, context, complaints } = await open('/customers');
    const before = await ranking(page);
    const slider = page.getByRole('slider', { name: 'Weight of Contract value' });
    await slider.focus();
    for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowLeft');
    await page.getByText(/\d+ stay, \d+ enter, \d+ leave/).waitFor();
    expect(await ranking(page)).not.toEqual(before);
    expect(page.url()).toContain('weights=contract_value');
    await page.reload();
    await page.getByText(/\d+ stay, \d+ enter/).waitFor();
    await keepScreen(page, 'customers-weights');
    await page.getByRole('button', { name: 'Revert' }).click();
    await expect.poll(() => ranking(page)).toEqual(before);
    expect(page.url()).not.toContain('weights');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('keeps weights when asked, shows them in the other window, and takes them back', async () => {
    const { page, context, complaints } = await open('/customers?weights=tenure:5,contract_value:0');
    const other = await open('/customers');
    const before = await ranking(other.page);
    await page.getByRole('button', { name: 'Save weights' }).click();
    await page.getByText('The weights are kept').waitFor();
    await expect.poll(() => ranking(other.page)).not.toEqual(before);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => ranking(other.page)).toEqual(before);
    expect([...complaints, ...other.complaints]).toEqual([]);
    await context.close();
    await other.context.close();
  });

  it('opens the facts of a customer by its address and by key, and notes what people say', async () => {
    const { page, context, complaints } = await open('/customers');
    const [first, second] = await ranking(page);
    await rows(page).first().click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('Place 1 of').waitFor();
    await drawer.getByText('From ', { exact: false }).count();
    expect(await drawer.getByRole('heading', { name: first! }).isVisible()).toBe(true);
    await page.keyboard.press('ArrowDown');
    await drawer.getByRole('heading', { name: second! }).waitFor();
    const address = page.url();
    await drawer.getByRole('button', { name: 'Say something of it' }).click();
    await drawer.getByLabel('Why').fill('Our sister company');
    await drawer.getByRole('button', { name: 'Save' }).click();
    await drawer.getByText('Our sister company').waitFor();
    await keepScreen(page, 'customers-drawer');
    expect(await seriousViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByText('should not count?').waitFor();
    await page.goto(address);
    await drawer.getByRole('button', { name: 'Take back: Should not count' }).click();
    await drawer.getByText('Our sister company').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('says what can be done where there are too few', async () => {
    const { page, context, complaints } = await open('/customers?last=5');
    await page.getByRole('heading', { name: '5 customers are too few for a top third' }).waitFor();
    await keepScreen(page, 'customers-too-few');
    expect(await page.getByRole('link', { name: 'Answer ten questions' }).isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
