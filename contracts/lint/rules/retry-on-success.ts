import { type JsonObject, objectOf, pointerTo, textOf } from '../../../connector/index.js';
import { authenticationsOf, connectionOf } from '../connections.js';
import type { Rule } from '../rule.js';

const connection = (more: object) => ({
  ConnectionJSON: {
    authentications: {
      acctAuth: { authType: 'oauth2', accessToken: 'Bearer abcd', retryFailureStatusCode: [401], ...more },
    },
  },
});

export const retryOnSuccess: Rule = {
  id: 'retry-on-success',
  severity: 'error',
  title: 'A good answer is taken for one to an expired token.',
  why: 'EIC fetches a new token and sends the call again until it gives up; no call ever succeeds.',
  example: {
    trips: connection({ retryFailureStatusCode: [401, 200] }),
    passes: connection({ retryFailureStatusCode: [401] }),
  },
  *check({ package: connectionPackage, calls }) {
    const document = connectionPackage.document('ConnectionJSON');
    for (const [name, entry] of authenticationsOf(connectionPackage) ?? []) {
      const breaks = calls
        .filter((site) => connectionOf(site)?.name === name)
        .map((site) => ({ document: site.document.name, pointer: site.pointer }));
      for (const { key, ...fault } of [...byStatus(entry), ...byText(entry)])
        yield { place: document.place(pointerTo('/authentications', name, key)), breaks, ...fault };
    }
  },
};

interface Fault {
  readonly key: string;
  readonly message: string;
  readonly remedy: string;
}

function byStatus({ retryFailureStatusCode }: JsonObject): Fault[] {
  const statuses = Array.isArray(retryFailureStatusCode) ? retryFailureStatusCode.map(String) : [];
  const good = statuses.filter((status) => /^2\d\d$/.test(status));
  if (good.length === 0) return [];
  const others = statuses.filter((status) => !good.includes(status));
  return [
    {
      key: 'retryFailureStatusCode',
      message: `${good.join(' and ')} is the status of a success; each such answer is taken for one to an expired token.`,
      remedy: `"retryFailureStatusCode": [${(others.length > 0 ? others : ['401']).join(', ')}]`,
    },
  ];
}

/** Texts by which APIs say that all is well. */
const wellWords = /^(?:ok|success|successful|created|accepted|no content|true)$/i;

function byText(entry: JsonObject): Fault[] {
  const test = objectOf(entry.testConnectionParams);
  const samePath = textOf(entry.errorPath) === textOf(test.successResponsePath);
  const wanted = samePath ? [test.successResponses ?? test.successResponse ?? []].flat().map(String) : [];
  if (textOf(entry.errorPath) === undefined) return [];
  return ['authError', 'expiryError'].flatMap((key) => {
    const texts = [entry[key] ?? []].flat().map(String);
    const good = texts.filter((text) => wanted.includes(text) || wellWords.test(text));
    if (good.length === 0) return [];
    const others = texts.filter((text) => !good.includes(text));
    return [
      {
        key,
        message: `A good answer has ${good.map((text) => `"${text}"`).join(' or ')} at "${entry.errorPath}"; each is taken for one to an expired token.`,
        remedy:
          others.length > 0
            ? `"${key}": ${JSON.stringify(others)}`
            : `Delete "${key}", and "errorPath" if nothing else is read there; retryFailureStatusCode [401] says enough.`,
      },
    ];
  });
}
