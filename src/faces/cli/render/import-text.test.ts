import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../../../test/test-workspace.ts';
import { importText } from './import-text.ts';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

describe('importText', () => {
  it('says the note of an encoding once, under its file', async () => {
    const text = Buffer.from('Company,City\nMuñoz,Málaga\nAcme,Cádiz\n', 'latin1');
    const result = await workspace.import({ 'accounts.csv': { text } });
    const shown = importText(result, { color: false, width: 200 });
    expect(shown.match(/Windows-1252: see line/g)).toHaveLength(1);
    expect(result.warnings).toHaveLength(1);
  });
});
