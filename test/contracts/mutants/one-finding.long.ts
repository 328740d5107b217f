import { describe, expect, test } from '@jest/globals';
import { checkPackage } from '../../../contracts/index.js';
import { cleanPackage } from '../../helpers/clean-package.js';
import { temporaryPackage } from '../../helpers/temporary-package.js';
import { mutate, type Texts, to } from './mutant.js';
import { mutantsOf } from './mutants.js';

const clean = await cleanPackage();
const mutants = new Map(mutantsOf(clean).map((mutant) => [mutant.title, mutant]));

/** A mistake of the mutants, and its only finding. */
type Row = readonly [title: string, finding: string];

const call = 'ImportAccountEntJSON#/accountParams/call/call1';
const linkCall = 'ImportAccountEntJSON#/acctEntParams/entTypes/usergroups/call/call1';

const rows: readonly Row[] = [
  ['next page from two numbers behind a text', `${call}/pagination/nextUrl/nextUrlPath next-page-elsewhere`],
  ['next page of another record', `${call}/pagination/nextUrl/nextUrlPath next-page-elsewhere`],
  ['next page of another group', `${linkCall}/pagination/nextUrl/nextUrlPath next-page-elsewhere`],
  ['next page from a link that nobody gives', `${call}/pagination/nextUrl/nextUrlPath paging-ends-early`],
  ['links: entitlement column with the project', `${linkCall}/entKeyField id-from-wrong-field`],
  ['name from a part of the user name', `${call}/colsToPropsMap/name value-changed`],
  [
    'a success for a token that ran out',
    'ConnectionJSON#/authentications/acctAuth/retryFailureStatusCode retry-on-success',
  ],
  ['enable: own key of EIC', 'EnableAccountJSON#/call/0/url id-from-wrong-field'],
  ['remove: key of the user', 'RemoveAccountJSON#/call/0/url id-from-wrong-field'],
  ['disable: column that nothing fills', 'DisableAccountJSON#/call/0/url id-from-wrong-field'],
  ['add access: version that there is not', 'AddAccessJSON#/call/0/url wrong-path'],
  ['add access: the project', 'AddAccessJSON#/call/0/url id-from-wrong-field'],
  ['add access: key of the user', 'AddAccessJSON#/call/0/httpParams id-from-wrong-field'],
  ['create: call renamed', 'CreateAccountJSON#/accountIdPath new-account-id'],
  ['numbers of pages for records', `${call}/pagination/page/pageNumberParam paging-counts-pages`],
];

describe('a mistake with one cause', () => {
  test.each(rows)(
    '%s has one finding, and none when its remedy is followed to the letter',
    async (title, finding) => {
      const { texts } = mutants.get(title) ?? { texts: clean };
      const { findings } = await checkPackage(await temporaryPackage(texts));
      expect(findings.map(({ file, pointer, code }) => `${file}#${pointer} ${code}`)).toEqual([finding]);

      const [{ file, pointer, remedy } = { file: '', pointer: '', remedy: '' }] = findings;
      const mended = await checkPackage(await temporaryPackage(followed(texts, file, pointer, remedy)));

      expect(mended.findings.map(({ pointer: at, code, message }) => `${at} ${code}: ${message}`)).toEqual(
        [],
      );
    },
    60_000,
  );
});

/** Puts each `"key": value` of a remedy where the nearest key of that name stands, from the place of the finding upwards. */
function followed(texts: Texts, document: string, pointer: string, remedy: string): Texts {
  // What is to be written may have a reason behind it.
  const [text] = remedy.split(/ {3}\(/);
  const pairs: Record<string, unknown> = JSON.parse(`{${text}}`);
  return Object.entries(pairs).reduce((changed, [key, value]) => {
    const steps = pointer.split('/');
    const at = steps.lastIndexOf(key);
    const place = at < 0 ? [...steps.slice(0, -1), key] : steps.slice(0, at + 1);
    return mutate(changed, document, place.join('/'), to(value));
  }, texts);
}
