import { pointerTo } from '../../../connector/index.js';
import { bodySkeleton } from '../body-skeleton.js';
import { calledOperation } from '../called-operation.js';
import { exampleCall } from '../examples.js';
import type { Rule } from '../rule.js';

const update = (httpParams: string) => ({ UpdateAccountJSON: { call: [{ ...exampleCall, httpParams }] } });

export const constantOnUpdate: Rule = {
  id: 'constant-on-update',
  severity: 'warning',
  title: 'Each update of an account sets an attribute to a text that is written in the template.',
  why: 'What somebody has changed in the target is undone by the next update, whatever it was about.',
  example: {
    trips: update('{"licenseType":"NAMED","title":"${user.title}"}'),
    passes: update('{"title":"${user.title}"}'),
  },
  *check({ calls, target }) {
    const attributes = target.attributesOf('import-accounts') ?? [];
    for (const site of calls) {
      if (site.purpose !== 'update' || site.params === undefined) continue;
      const isUpdate = calledOperation(target, site).called === target.operationFor('update')?.operation;
      const body = isUpdate ? bodySkeleton(site.params) : undefined;
      if (body?.kind !== 'object') continue;
      for (const { key, value } of body.fields.values()) {
        if (!attributes.includes(key) || value.kind !== 'literal' || typeof value.value !== 'string')
          continue;
        const { start, end } = value.at;
        yield {
          place: site.document.placeInString(pointerTo(site.httpPointer, 'httpParams'), start, end),
          message: `Each update sets "${key}" of every account to ${JSON.stringify(value.value)}.`,
          remedy: `Delete "${key}" from the body: ${target.name} keeps what is not sent.`,
        };
      }
    }
  },
};
