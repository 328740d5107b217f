import { isObject, pointerTo } from '../../../connector/index.js';
import { authenticationsOf } from '../connections.js';
import type { Rule } from '../rule.js';

const connection = (more: object) => ({
  ConnectionJSON: {
    authentications: {
      acctAuth: {
        authType: 'Basic',
        properties: { userName: 'x', password: 'y' },
        retryFailureStatusCode: [401],
        testConnectionParams: {
          http: {
            url: 'http://localhost:8080/jama/rest/v1/users/current',
            httpHeaders: { Authorization: '${access_token}' },
            httpMethod: 'GET',
          },
          ...more,
        },
      },
    },
  },
});

export const testConditionMissing: Rule = {
  id: 'test-condition-missing',
  severity: 'warning',
  title: 'A test of the connection does not say what a good answer is.',
  why: 'Save & Test Connection can only pass; a connection that does not work is saved as one that does.',
  example: {
    trips: connection({ errors: ['Unauthorized'] }),
    passes: connection({ successResponses: ['OK'], successResponsePath: 'meta.status' }),
  },
  *check({ package: connectionPackage }) {
    const document = connectionPackage.document('ConnectionJSON');
    for (const [name, entry] of authenticationsOf(connectionPackage) ?? []) {
      const test = entry.testConnectionParams;
      const at = pointerTo('/authentications', name, 'testConnectionParams');
      if (!isObject(test) || !isObject(test.http)) continue;
      const key = test.successResponse === undefined ? 'successResponses' : 'successResponse';
      const wanted = [test[key] ?? []].flat().filter((value) => value !== '' && value !== null);
      if (wanted.length === 0) {
        yield {
          place: document.place(pointerTo(at, key)),
          message: 'There are no successResponses, or they are empty.',
          remedy:
            '"successResponses": ["OK"], with the path at which that text stands in successResponsePath.',
        };
      } else if (test.successResponsePath === undefined) {
        yield {
          place: document.place(pointerTo(at, 'successResponsePath')),
          message: `There is no successResponsePath, so ${wanted.join(', ')} may stand anywhere in the answer.`,
          because:
            'Where EIC looks then is not documented; in the whole answer the text may stand by chance.',
          remedy: '"successResponsePath": "<path of the text in the answer>"',
        };
      }
      const both = wanted.filter((value) => [test.errors ?? []].flat().includes(value));
      if (both.length === 0) continue;
      yield {
        place: document.place(pointerTo(at, key)),
        message: `${both.join(', ')} is listed as a success and among the errors.`,
        remedy: 'Keep it in one of the two lists.',
      };
    }
  },
};
