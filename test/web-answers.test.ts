import { expect, test } from 'vitest';
import { newProfile } from '../src/stages/profile/index.ts';
import { type AnswerForm, noAnswers, toAnswers } from '../web/src/features/profile/begin/answers.ts';

const form: AnswerForm = {
  ...noAnswers,
  name: 'Clínicas',
  offer: 'Una agenda que rellena huecos',
  problems: ['huecos vacíos', 'teléfonos que nadie atiende'],
  industries: ['clínica privada', 'clínica dental'],
  size: { low: 3, high: 15, of: 'profesionales' },
  places: ['España', 'Portugal'],
  uses: ['agenda'],
  lacks: ['gestión de clínicas'],
  events: [
    { kind: 'hired', about: 'administración' },
    { kind: 'location_opened', about: '' },
    { kind: 'custom', about: 'feria del sector' },
  ],
  exclusions: [
    { kind: 'size', what: '1', because: 'no hay que coordinar' },
    { kind: 'tool', what: 'HIS', because: 'no cambiarán' },
    { kind: 'industry', what: 'hospital público', because: 'licitaciones' },
  ],
  buyer: { titles: ['gerente', 'director médico'], caresAbout: 'menos huecos', channel: 'teléfono' },
};

test('every answer of the form is read, in whatever language it is', () => {
  const { profile, unread } = newProfile({ name: form.name, answers: toAnswers(form) });
  expect(unread).toEqual([]);
  expect(profile.market).toEqual([{ op: 'any', field: 'country', values: ['ES', 'PT'] }]);
  expect(profile.fit.map(({ condition }) => condition.op)).toEqual(['any', 'window', 'uses', 'lacks']);
  expect(profile.timing.map(({ condition }) => condition.signal.kind)).toEqual([
    'hired',
    'location_opened',
    'custom',
  ]);
  expect(profile.anti.map(({ because }) => because)).toEqual([
    'no hay que coordinar',
    'no cambiarán',
    'licitaciones',
  ]);
  expect(profile.anti[0]!.condition).toMatchObject({ op: 'window', field: 'profesionales', high: 1 });
  expect(profile.committee).toEqual([
    {
      role: 'economic buyer',
      titles: ['gerente', 'director médico'],
      caresAbout: 'menos huecos',
      angle: null,
      channel: 'teléfono',
    },
  ]);
  expect(profile.challenges).toEqual(['huecos vacíos', 'teléfonos que nadie atiende']);
});

test('what nobody answered is no answer', () => {
  expect(toAnswers(noAnswers)).toEqual({});
});
