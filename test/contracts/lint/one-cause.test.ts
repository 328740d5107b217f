import { describe, expect, test } from '@jest/globals';
import { jamaTarget, lintPackage } from '../../../contracts/index.js';
import { temporaryPackage } from '../../helpers/temporary-package.js';

const target = jamaTarget();

const call = {
  name: 'call1',
  connection: 'acctAuth',
  url: 'http://localhost:8080/jama/rest/v1/users/${account.accountID}',
  httpMethod: 'PUT',
  httpHeaders: { Authorization: '${access_token}' },
  httpContentType: 'application/json',
};

async function findingsOf(documents: Record<string, unknown>) {
  const texts = Object.fromEntries(
    Object.entries(documents).map(([name, value]) => [name, JSON.stringify(value)]),
  );
  return lintPackage(await temporaryPackage(texts), target).map(({ finding }) => finding);
}

const update = (more: object) => findingsOf({ UpdateAccountJSON: { call: [{ ...call, ...more }] } });

describe('one cause has one finding, with a remedy that mends it', () => {
  test('success responses under a misspelt key are not missing as well', async () => {
    const found = await update({ SuccessResponses: { statusCode: [200] } });

    expect(found.map(({ code }) => code)).toContain('unknown-key');
    expect(found.map(({ code }) => code)).not.toContain('success-condition-missing');
  });

  test('links that are read from the accounts send nothing that could succeed', async () => {
    const links = {
      connection: 'acctAuth',
      entTypes: { usergroups: { call: { call1: { processingType: 'acctToEntMapping' } } } },
    };

    const found = await findingsOf({ ImportAccountEntJSON: { acctEntParams: links } });

    expect(found.map(({ code }) => code)).not.toContain('success-condition-missing');
  });

  test('an attribute that a user does not have: the attributes that it has', async () => {
    const found = await update({ httpParams: '{"title":"${user.favouriteColour}"}' });

    const { remedy } = found.find(({ code }) => code === 'unknown-binding') ?? {};
    expect(remedy).toContain('user.firstname');
    expect(remedy).not.toContain('ServiceAccountOwnerMap');
  });

  test('a class that is not simulated is named once, however often it is called', async () => {
    const quote = (path: string) => `\${org.json.JSONObject.quote(${path})}`;

    const found = await update({
      httpParams: `{"title":${quote('user.title')},"phone":${quote('user.phonenumber')}}`,
    });

    const unknown = found.filter(({ code }) => code === 'unknown-binding');
    expect(unknown.map(({ message }) => message)).toEqual([
      '"org.json.JSONObject" is no class that jama-sim knows.',
    ]);
  });

  test('the fields of an update are offered without the password', async () => {
    const found = await update({ httpParams: '{"nickname":"x"}' });

    const { remedy } = found.find(({ code }) => code === 'body-field-unknown') ?? {};
    expect(remedy).toContain('firstName');
    expect(remedy).not.toContain('password');
  });

  test('a blank in what is filled in by hand is none of the URL', async () => {
    const filledIn = await update({ url: 'https://<domain name>/rest/v1/users/${account.accountID}' });
    const sent = await update({ url: 'https://domain name/rest/v1/users/${account.accountID}' });

    expect(filledIn.map(({ code }) => code)).not.toContain('url-malformed');
    expect(sent.map(({ code }) => code)).toContain('url-malformed');
  });

  test('an expression that goes on is not to be closed behind its first path', async () => {
    const found = await update({
      httpParams: '{"title":${user.title == null ? groovy.json.JsonOutput.toJson(user.title)',
    });

    expect(found.find(({ code }) => code === 'unclosed-expression')?.remedy).toBe(
      'Write } where the expression ends.',
    );
  });
});
