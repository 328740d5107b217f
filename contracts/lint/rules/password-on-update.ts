import { pointerTo } from '../../../connector/index.js';
import { bodySkeleton } from '../body-skeleton.js';
import { calledOperation } from '../called-operation.js';
import { exampleCall } from '../examples.js';
import type { Rule } from '../rule.js';

export const passwordOnUpdate: Rule = {
  id: 'password-on-update',
  severity: 'warning',
  title: 'An update sends a password.',
  why: 'Jama documents the password of a user as not valid on an update: at best it is passed over.',
  example: {
    trips: {
      UpdateAccountJSON: { call: [{ ...exampleCall, httpParams: '{"password":"${password}"}' }] },
    },
    passes: { UpdateAccountJSON: { call: [exampleCall] } },
  },
  *check({ calls, target }) {
    const update = target.operationFor('update')?.operation;
    for (const site of calls) {
      const { called } = calledOperation(target, site);
      if (!update || called?.path !== update.path || called.method !== update.method) continue;
      const body = site.params === undefined ? undefined : bodySkeleton(site.params);
      const field = body?.kind === 'object' ? body.fields.get('password') : undefined;
      if (!field) continue;
      yield {
        place: site.document.placeInString(
          pointerTo(site.httpPointer, 'httpParams'),
          field.keyAt.start,
          field.keyAt.end,
        ),
        message: `${target.name} does not take a password when a user is changed.`,
        remedy: 'Delete "password" from this body.',
        evidence: ['password-on-update'],
      };
    }
  },
};
