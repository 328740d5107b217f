import { type Answer, fieldsOf, inWords } from '../answer.js';
import type { Jama } from '../jama.js';
import type { Probe } from '../probe.js';
import { confirmed, contradicted, judged, notTestable } from '../verdict.js';

const apiDocs = (jama: Jama): Promise<Answer> => jama.read('/api-docs');

/** The resources that describe the API. */
export const OVERVIEW_PROBES: readonly Probe[] = [
  {
    rule: 'versions-list',
    asks: 'the versions of the API',
    async judge(jama) {
      const answer = await jama.read('/rest');
      const holds = answer.records.every(
        ({ name, href }) => typeof name === 'string' && typeof href === 'string',
      );
      return judged(answer.status === 200 && answer.records.length > 0 && holds, inWords(answer));
    },
  },
  {
    rule: 'endpoints-list',
    asks: 'the endpoints of v1',
    async judge(jama) {
      const answer = await jama.read('/rest/v1/');
      const { data } = fieldsOf(answer.json);
      const holds = Array.isArray(data) && data.length > 0 && data.every((one) => typeof one === 'string');
      return judged(answer.status === 200 && holds, inWords(answer));
    },
  },
  {
    rule: 'api-docs',
    asks: 'the Swagger description',
    async judge(jama) {
      const answer = await apiDocs(jama);
      return judged(answer.status === 200 && fieldsOf(answer.json).swagger === '2.0', inWords(answer));
    },
  },
  {
    rule: 'user-never-deleted',
    asks: 'whether the Swagger description can delete a user',
    async judge(jama) {
      const { paths } = fieldsOf((await apiDocs(jama)).json);
      const ofUser = Object.entries(fieldsOf(paths)).filter(([path]) => /^\/users\/\{\w+\}$/.test(path));
      if (ofUser.length === 0) return notTestable('the Swagger description does not have /users/{id}');
      return judged(
        ofUser.every(([, operations]) => fieldsOf(operations).delete === undefined),
        'a DELETE of /users/{id} in the Swagger description',
      );
    },
  },
  {
    rule: 'favorite-filters',
    asks: 'the favourite filters of the caller',
    async judge(jama) {
      const answer = await jama.ask({ path: '/users/current/favoritefilters', undescribed: true });
      if (answer.status === 200) return confirmed();
      const expected = jama.session.simulated && answer.status === 404;
      return expected ? confirmed() : contradicted(inWords(answer));
    },
  },
];
