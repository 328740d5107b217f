import { pointerTo } from '../../../connector/index.js';
import { bodySkeleton } from '../body-skeleton.js';
import { exampleCall } from '../examples.js';
import type { Rule } from '../rule.js';

export const passwordConstant: Rule = {
  id: 'password-constant',
  severity: 'warning',
  title: 'A new account gets a password that is written in the template.',
  why: 'Everybody gets the same password, and everybody who may see the connection knows it.',
  example: {
    trips: { CreateAccountJSON: { call: [{ ...exampleCall, httpParams: '{"password":"Welcome1"}' }] } },
    passes: {
      CreateAccountJSON: {
        call: [{ ...exampleCall, httpParams: '{"password":${groovy.json.JsonOutput.toJson(password)}}' }],
      },
    },
  },
  *check({ calls }) {
    for (const site of calls) {
      const creates = site.purpose === 'create' || site.purpose === 'change-password';
      const body = creates && site.params !== undefined ? bodySkeleton(site.params) : undefined;
      if (body?.kind !== 'object') continue;
      for (const { key, value } of body.fields.values()) {
        if (!/^(user)?pass(word|wd)?$/i.test(key)) continue;
        if (value.kind !== 'literal' || typeof value.value !== 'string' || value.value === '') continue;
        yield {
          place: site.document.placeInString(
            pointerTo(site.httpPointer, 'httpParams'),
            value.at.start,
            value.at.end,
          ),
          message: `"${key}" is the same text for everybody.`,
          remedy: `"${key}":\${groovy.json.JsonOutput.toJson(password)}   (EIC makes one for each task)`,
        };
      }
    }
  },
};
