import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { accountCall, accountImport, connectorFor } from '../setup.js';
import { startTarget, stopTargets } from '../target.js';

afterEach(stopTargets);

/** What one record becomes by a colsToPropsMap. */
async function mapped(record: unknown, columns: Record<string, string>, settings: object = {}) {
  const target = await startTarget(() => ({ body: JSON.stringify({ data: [record] }) }));
  const call = accountCall('/users', {
    colsToPropsMap: { accountID: '#CONST#1~#~char', name: '#CONST#one~#~char', ...columns },
  });
  const document = { ...accountImport(call), globalSettings: settings };
  const connector = connectorFor(target, { ImportAccountEntJSON: document });
  const outcome = await connector.importAccounts();
  return { outcome, columns: connector.repository.accounts()[0]?.columns ?? {} };
}

describe('a path', () => {
  const record = {
    plain: 'x',
    address: { home: [{ city: 'Rome' }, { city: 'Oslo' }] },
    'dotted.key': { in: 1 },
    emails: [{ value: 'a@x' }, { value: 'b@x' }],
    flag: false,
    zero: 0,
    nothing: null,
  };

  test.each([
    ['plain', 'x'],
    [' plain ', 'x'],
    ['address.home[1].city', 'Oslo'],
    ['dotted~dot#key.in', '1'],
    ['emails[0].value', 'a@x'],
    ['emails.value', '["a@x","b@x"]'],
    ['emails[]', '[{"value":"a@x"},{"value":"b@x"}]'],
    ['address.home[0]', '{"city":"Rome"}'],
    ['flag', 'false'],
    ['zero', '0'],
    ['nothing', null],
    ['Plain', null],
    ['plain.length', null],
    ['emails[7].value', null],
    ['toString', null],
    ['__proto__', null],
    ['constructor.name', null],
  ])('%s gives %s', async (path, expected) => {
    const { columns } = await mapped(record, { customproperty1: `${path}~#~char` });
    expect(columns.customproperty1).toBe(expected);
  });

  test('of any made-up record never makes an import fail', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue(),
        fc.string({ unit: fc.constantFrom('a', '.', '[', ']', '0', '~dot#', ' ') }),
        async (value, path) => {
          const { outcome } = await mapped(value, { customproperty1: `a.${path}~#~char` });
          expect(outcome.status).toBe('ok');
          await stopTargets();
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a column type', () => {
  test.each([
    ['char', 12.5, '12.5'],
    ['int', '7.9', '7'],
    ['bool', 'yes', 'true'],
    ['bool', 0, 'false'],
    ['boolListInverse', [], 'true'],
    ['listAsString', ['a', 1, { b: 2 }], 'a,1,{"b":2}'],
    ['json', { b: [2] }, '{"b":[2]}'],
    ['epochdate', 1_767_600_000, '2026-01-05 08:00:00'],
    ['epochdate', 1_767_600_000_000, '2026-01-05 08:00:00'],
    ['date', '2026-01-05T09:00:00+01:00', '2026-01-05 08:00:00'],
    ['ufchar', 'as it is', 'as it is'],
  ])('%s of %j is %s', async (type, value, expected) => {
    const { columns } = await mapped({ v: value }, { customproperty1: `v~#~${type}` });
    expect(columns.customproperty1).toBe(expected);
  });

  test.each([
    ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", '2026-01-05T09:00:00.500+01:00', '2026-01-05 08:00:00'],
    ['dd/MM/yyyy', '05/01/2026', '2026-01-05 00:00:00'],
    ['MMM d, yyyy h:mm a', 'Jan 5, 2026 8:05 PM', '2026-01-05 20:05:00'],
    ['yyyyMMddHHmmss', '20260105080000', '2026-01-05 08:00:00'],
    ['EEE MMM dd HH:mm:ss z yyyy', 'Mon Jan 05 08:00:00 GMT 2026', '2026-01-05 08:00:00'],
  ])('date reads %s by globalSettings.dateFormat', async (dateFormat, text, expected) => {
    const { columns } = await mapped({ v: text }, { created_on: 'v~#~date' }, { dateFormat });
    expect(columns.created_on).toBe(expected);
  });

  test('that the value does not fit leaves the column empty and warns at its place', async () => {
    const { columns, outcome } = await mapped({ v: 'soon' }, { customproperty1: 'v~#~date' });
    expect(columns.customproperty1).toBeNull();
    expect(outcome.warnings[0]).toMatchObject({
      code: 'value-not-read',
      pointer: '/accountParams/call/call1/colsToPropsMap/customproperty1',
    });
  });

  test('that is unknown is stored as text, with a warning', async () => {
    const { columns, outcome } = await mapped({ v: 1 }, { customproperty1: 'v~#~varchar' });
    expect(columns.customproperty1).toBe('1');
    expect(outcome.warnings[0]?.code).toBe('column-type-unknown');
  });

  test('only third parties describe is a guess the run names', async () => {
    const { outcome } = await mapped({ v: [1] }, { customproperty1: 'v~#~listAsString' });
    expect(outcome.assumptions).toContain('map-type');
  });
});

describe('a constant', () => {
  test('is a text, or a template over the record', async () => {
    const { columns } = await mapped(
      { name: 'accounts/12/userLinks/99', roles: ['admin', 'reader'] },
      {
        customproperty1: '#CONST#FIREFIGHTERID~#~char',
        customproperty2: '#CONST#${response.roles[0]}~#~char',
        customproperty3: '#CONST#${response.name}!~#~char',
      },
    );
    expect(columns).toMatchObject({
      customproperty1: 'FIREFIGHTERID',
      customproperty2: 'admin',
      customproperty3: 'accounts/12/userLinks/99!',
    });
  });

  test('that fails on a record makes the import fail, by place', async () => {
    const { outcome } = await mapped({}, { customproperty1: '#CONST#${response.a.b}~#~char' });
    expect(outcome.problems[0]).toMatchObject({
      code: 'template-failed',
      pointer: '/accountParams/call/call1/colsToPropsMap/customproperty1',
    });
  });
});

test('a whole number too long for a double keeps its digits', async () => {
  const target = await startTarget(() => ({
    body: '{"data":[{"id":9007199254740993,"login":"big"}],"note":"12345678901234567890, kept"}',
  }));
  const connector = connectorFor(target, { ImportAccountEntJSON: accountImport() });
  await connector.importAccounts();
  expect(connector.repository.accountByName('big')?.accountID).toBe('9007199254740993');
});
