import { describe, expect, it } from 'vitest';
import type { DescribedField } from './describe-object.ts';
import { sourceFields } from './source-fields.ts';

const field = (name: string, type = 'string', more: Partial<DescribedField> = {}): DescribedField => ({
  name,
  label: name.replace(/__c$/, '').replaceAll('_', ' '),
  type,
  length: 255,
  custom: name.endsWith('__c'),
  updateable: true,
  calculated: false,
  picklistValues: [],
  ...more,
});
const owners = [{ value: '005A', label: 'Ana Gil' }];

function fieldsOf(...fields: readonly DescribedField[]) {
  const object = { name: 'Account', queryable: true, updateable: true, fields };
  return new Map(
    sourceFields(object, { byDefault: ['Id', 'Name'] }, owners).map((each) => [each.name, each]),
  );
}

describe('fields of Salesforce', () => {
  it('are imported under API names when standard, under labels when custom', () => {
    const found = fieldsOf(
      field('Name'),
      field('NumberOfEmployees', 'int'),
      field('Booking_Tool__c', 'picklist'),
    );
    expect([...found.values()].map(({ header, byDefault }) => [header, byDefault])).toEqual([
      ['Name', true],
      ['NumberOfEmployees', false],
      ['Booking Tool', true],
    ]);
  });

  it('never share a header', () => {
    const found = fieldsOf(
      field('Industry'),
      field('Industry__c', 'string', { label: 'industry' }),
      field('A__c', 'string', { label: 'Tool' }),
      field('B__c', 'string', { label: 'Tool' }),
    );
    expect([...found.values()].map(({ header }) => header)).toEqual([
      'Industry',
      'industry (Industry__c)',
      'Tool (A__c)',
      'Tool (B__c)',
    ]);
  });

  it('leave compound ones out and say what is worked out', () => {
    const found = fieldsOf(
      field('BillingAddress', 'address'),
      field('Age__c', 'double', { calculated: true }),
    );
    expect([...found.keys()]).toEqual(['Age__c']);
    expect(found.get('Age__c')).toMatchObject({ kind: 'number', derived: true });
  });

  it('have owners and choices as options', () => {
    const choices = [{ value: 'hot', label: 'Hot lead' }];
    const found = fieldsOf(
      field('OwnerId', 'reference'),
      field('AccountId', 'reference'),
      field('Rating', 'picklist', { picklistValues: choices }),
      field('Tools__c', 'multipicklist'),
    );
    expect(found.get('OwnerId')).toMatchObject({ kind: 'option', options: owners });
    expect(found.get('AccountId')).toMatchObject({ kind: 'id', options: null });
    expect(found.get('Rating')).toMatchObject({ kind: 'option', options: choices });
    expect(found.get('Tools__c')).toMatchObject({ kind: 'options' });
  });

  it('that Bestfit wrote, secrets and long notes are not read by themselves', () => {
    const found = fieldsOf(
      field('Bestfit_Fit__c', 'double'),
      field('Card__c', 'encryptedstring'),
      field('Notes__c', 'textarea', { length: 32_768 }),
      field('Short__c', 'textarea'),
    );
    expect([...found.values()].map(({ byDefault }) => byDefault)).toEqual([false, false, false, true]);
  });
});
