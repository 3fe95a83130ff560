import { describe, expect, it } from 'vitest';
import { hubspotLimits } from './hubspot-limits.ts';
import { hubspotRules } from './hubspot-rules.ts';

const rules = hubspotRules({ origin: null, privateOrigin: false, budgetShare: 1, options: {} });

function judge(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  return rules.judge({ status, body, headers });
}

describe('an answer that is no success', () => {
  it('of the day’s limit ends the day', () => {
    const body = { message: 'You have reached your daily limit.', policyName: 'DAILY' };
    expect(judge(429, body)).toEqual({ kind: 'spent', resetsAt: null });
  });

  it.each([
    ['TEN_SECONDLY_ROLLING', 'You have reached your ten_secondly_rolling limit.', 10],
    ['SECONDLY', 'You have reached your secondly limit.', 1],
    [undefined, 'You have reached your secondly limit.', 1],
  ])('of a shorter limit waits for it: %s', (policyName, message, seconds) => {
    expect(judge(429, { message, policyName })).toEqual({ kind: 'wait', seconds, why: message, sure: true });
  });

  it('waits as long as it says, where that is longer', () => {
    const body = { policyName: 'SECONDLY', message: 'You have reached your secondly limit.' };
    expect(judge(429, body, { 'retry-after': '7' })).toMatchObject({ seconds: 7 });
    expect(judge(423, { message: 'locked' })).toMatchObject({ kind: 'wait', seconds: 2, sure: true });
    expect(judge(477, { message: 'moving' }, { 'retry-after': '600' })).toMatchObject({ seconds: 600 });
  });

  it('of a server that fails may have been done', () => {
    for (const status of [408, 500, 502, 503, 504, 521])
      expect(judge(status, '<html></html>')).toMatchObject({ kind: 'wait', seconds: null, sure: false });
  });

  it('names the scopes that a token lacks', () => {
    const context = { requiredGranularScopes: ['crm.objects.deals.read'] };
    expect(judge(403, { message: 'scopes are required', context })).toEqual({
      kind: 'forbidden',
      missing: 'crm.objects.deals.read',
    });
    expect(judge(403, { message: 'not this one' })).toEqual({ kind: 'forbidden', missing: 'not this one' });
    expect(judge(401, { category: 'EXPIRED_AUTHENTICATION' })).toEqual({ kind: 'token' });
  });

  it('is told in HubSpot’s words', () => {
    const body = { category: 'VALIDATION_ERROR', message: 'Invalid input' };
    expect(judge(400, body)).toEqual({ kind: 'refused', code: 'VALIDATION_ERROR', message: 'Invalid input' });
    expect(judge(414, 'URI Too Long')).toEqual({ kind: 'refused', code: '414', message: 'status 414' });
  });
});

describe('the limits', () => {
  it('are those of the plan, and of the smallest one when none is named', () => {
    const requests = (plan: string | null) => hubspotLimits(plan).map((limit) => limit.requests);
    expect(requests(null)).toEqual([100, 5, 250_000]);
    expect(requests('professional')).toEqual([190, 5, 625_000]);
    expect(requests('app')).toEqual([110, 5]);
    expect(requests('nothing such')).toEqual(requests(null));
  });

  it('of the day come with answers, but not with all', () => {
    const headers = {
      'x-hubspot-ratelimit-daily': '650000',
      'x-hubspot-ratelimit-daily-remaining': '649990',
    };
    expect(rules.usageOf({ status: 200, body: {}, headers })).toEqual({ used: 10, limit: 650_000 });
    expect(rules.usageOf({ status: 200, body: {}, headers: {} })).toBeNull();
  });
});
