import { objectOf } from '../../../connector/index.js';
import type { Rule } from '../rule.js';

const config = (readTimeout: number) => ({ ConfigJSON: { connectionTimeoutConfig: { readTimeout } } });

/** The most that makes sense of each; the unit of the times is the second [documented: developer portal]. */
const most: Readonly<Record<string, number>> = {
  connectionTimeout: 600,
  readTimeout: 3600,
  writeTimeout: 3600,
  retryWait: 600,
  retryCount: 50,
};

export const timeoutUnlikely: Rule = {
  id: 'timeout-unlikely',
  severity: 'warning',
  title: 'A time of ConfigJSON is zero, or so long that it was meant in milliseconds.',
  why: 'EIC counts these times in seconds: with 60000 a call that hangs blocks the job for most of a day.',
  example: { trips: config(60_000), passes: config(60) },
  *check({ package: connectionPackage }) {
    const document = connectionPackage.document('ConfigJSON');
    const times = objectOf(objectOf(document.value).connectionTimeoutConfig);
    for (const [key, limit] of Object.entries(most)) {
      const value = times[key];
      const number = value === undefined || value === '' ? Number.NaN : Number(value);
      const none = number === 0 && key.endsWith('Timeout');
      if (!none && !(number > limit)) continue;
      yield {
        place: document.place(`/connectionTimeoutConfig/${key}`),
        message: messageOf(key, number),
        remedy:
          number > limit && key !== 'retryCount' && number % 1000 === 0
            ? `"${key}": ${number / 1000}`
            : `Give ${key} a value between 1 and ${limit}.`,
      };
    }
  },
};

function messageOf(key: string, number: number): string {
  if (key === 'retryCount') return `A call that fails is tried ${number} times again.`;
  if (number === 0) return `${key} is 0: no answer can come in that time, or EIC waits for ever.`;
  return `${key} is ${number} seconds, which is ${Math.round(number / 60)} minutes.`;
}
