import { describe, expect, it } from 'vitest';
import { respellSet } from './respell-set.ts';

describe('respellSet', () => {
  it('writes elements anew and holds each once, whatever its case', () => {
    const spellings = [
      { from: 'crm', to: 'CRM' },
      { from: 'Mailchmp', to: 'Mailchimp' },
    ];
    expect(respellSet(['CRM', 'crm', 'Mailchmp'], spellings)).toEqual(['CRM', 'Mailchimp']);
  });

  it('follows spellings in their order, and leaves out what stands for nothing', () => {
    const spellings = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'none', to: null },
    ];
    expect(respellSet(['a', 'none'], spellings)).toEqual(['c']);
    expect(respellSet(['none'], spellings)).toBeNull();
  });
});
