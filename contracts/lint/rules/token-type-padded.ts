import { pointerTo, textOf } from '../../../connector/index.js';
import { authenticationsOf } from '../connections.js';
import type { Rule } from '../rule.js';

const connection = (more: object) => ({
  ConnectionJSON: {
    authentications: {
      acctAuth: { authType: 'oauth2', accessToken: 'Bearer abcd', retryFailureStatusCode: [401], ...more },
    },
  },
});

export const tokenTypePadded: Rule = {
  id: 'token-type-padded',
  severity: 'warning',
  title: 'The type of a token begins or ends with a blank.',
  why: 'EIC puts a blank between type and token; with another one the header is not written as the target expects it.',
  example: { trips: connection({ tokenType: 'Bearer ' }), passes: connection({ tokenType: 'Bearer' }) },
  *check({ package: connectionPackage }) {
    const document = connectionPackage.document('ConnectionJSON');
    for (const [name, entry] of authenticationsOf(connectionPackage) ?? []) {
      const type = textOf(entry.tokenType);
      if (type === undefined || type.trim() === '' || type.trim() === type) continue;
      yield {
        place: document.place(pointerTo('/authentications', name, 'tokenType')),
        message: `tokenType is ${JSON.stringify(type)}, with a blank beside the word.`,
        remedy: `"tokenType": "${type.trim()}"`,
      };
    }
  },
};
