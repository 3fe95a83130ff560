import { describe, expect, it } from 'vitest';
import { commands } from '../../src/faces/cli/commands/index.ts';
import type { CommandSpec } from '../../src/faces/cli/types.ts';
import { routes } from '../../src/faces/http/routes/index.ts';

/** Which routes do what a command does; a command that is none of the server's has its reason. */
const routesOf: Readonly<Record<string, readonly string[] | string>> = {
  demo: ['startJob'],
  init: '`serve` makes the workspace',
  import: ['postUpload', 'postPreview', 'postImport'],
  undo: ['postUndo'],
  quality: ['getQuality', 'getData', 'getQuarantine'],
  field: ['getField', 'patchField'],
  rates: ['putRates'],
  value: ['getCustomers', 'weighCustomers', 'putWeights', 'getSensitivity'],
  connect: ['getConnectors', 'getConnections', 'postConnection', 'putConnectionSecrets'],
  'connect show': ['getConnection', 'getConnectionRuns'],
  'connect set': ['patchConnection'],
  'connect remove': ['deleteConnection'],
  sync: ['startJob'],
  discover: ['startJob', 'getPatterns', 'getPattern'],
  'profile new': ['newProfile'],
  'profile draft': ['startJob'],
  'profile apply': ['checkProfile', 'saveProfile', 'publishProfile'],
  'profile show': ['getProfile'],
  'profile diff': ['getProfileChanges'],
  'profile sign': ['signProfile'],
  'scorecard learn': ['startJob', 'getScorecard'],
  'scorecard set': ['reviseListCard'],
  'scorecard tiers': ['cutTiers'],
  'scorecard unknowns': ['getUnknowns'],
  'scorecard compare': ['startJob'],
  score: ['startJob', 'getList'],
  list: ['getListAccounts'],
  explain: ['getAccount'],
  export: ['getListFile', 'getTableFile'],
  judge: ['postJudgement', 'postBelief'],
  serve: 'it is the server',
  doctor: 'it looks after the folder itself, also when no server can open it',
  backup: 'it writes where the person who runs it says',
  restore: 'no server may run on what it puts back',
};

function everyCommand(specs: readonly CommandSpec[], before = ''): readonly string[] {
  return specs.flatMap(({ name, run, commands: children = [] }) => [
    ...(run === undefined ? [] : [`${before}${name}`]),
    ...everyCommand(children, `${before}${name} `),
  ]);
}

describe('the API', () => {
  it('has a route for every command of the command line', () => {
    expect(Object.keys(routesOf).toSorted()).toEqual(everyCommand(commands).toSorted());
    const known = routes.map(({ operationId }) => operationId);
    for (const named of Object.values(routesOf))
      if (typeof named !== 'string') expect(known).toEqual(expect.arrayContaining([...named]));
  });
});
