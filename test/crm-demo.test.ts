import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withWorkspace } from '../src/app/compose.ts';
import { type CrmDemoResult, demoCrms, runCrmDemo } from '../src/app/run-crm-demo.ts';

let folder: string;
let result: CrmDemoResult;

const demo = () =>
  withWorkspace(join(folder, 'demo'), { create: true }, async (workspace) => {
    const at = new Date().toISOString();
    const running = await runCrmDemo(workspace, 'hubspot', { at, by: 'test', onProgress: () => undefined });
    await running.close();
    return running.result;
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bestfit-crm-demo-'));
  result = await demo();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the demo with a CRM', () => {
  it('has a stand-in of each vendor', () => {
    expect(demoCrms).toEqual(['hubspot', 'salesforce', 'pipedrive']);
  });

  it('reads everything, learns a page from it and ranks its prospects', () => {
    expect(result.first.streams.map(({ stream, added }) => [stream, added])).toEqual([
      ['companies', 2000],
      ['deals', 3000],
      ['contacts', 2000],
    ]);
    expect(result.draft.kind).toBe('draft');
    expect(result.scored.tiers.A).toBeGreaterThan(0);
  });

  it('finds what was planted: clinics', () => {
    const reasons = result.planned.first.flatMap(({ changes }) =>
      changes.filter(({ field }) => field === 'reasons').map(({ to }) => to),
    );
    expect(reasons[0]).toMatch(/clinic/i);
  });

  it('says what it would write, writes it once, and reads back what people changed', () => {
    const { planned, written, again } = result;
    expect(planned.accounts.changed).toBe(planned.accounts.scored);
    expect(written).toMatchObject({ state: 'done', written: planned.accounts.changed, failed: { total: 0 } });
    const companies = again.streams[0]!;
    expect(companies).toMatchObject({ stream: 'companies', mode: 'incremental' });
    expect(companies.changed + companies.added).toBeGreaterThan(0);
    expect(companies.changed).toBeLessThan(100);
  });

  it('runs again in the same folder', { timeout: 120_000 }, async () => {
    expect((await demo()).written.failed.total).toBe(0);
  });
});
