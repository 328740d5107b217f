import { pointerTo } from '../../../connector/index.js';
import { exampleCall } from '../examples.js';
import type { Rule } from '../rule.js';
import { templateParts } from '../template-parts.js';

const body = (httpParams: string) => ({ UpdateAccountJSON: { call: [{ ...exampleCall, httpParams }] } });

export const valueNotEscaped: Rule = {
  id: 'value-not-escaped',
  severity: 'warning',
  title: 'A text that people write is put between the quotes of a JSON body as it is.',
  why: 'A quotation mark or a backslash in it ends the JSON text too early, and the target refuses the body: such people get no account.',
  example: {
    trips: body('{"lastName":"${user.lastname}"}'),
    passes: body('{"lastName":${groovy.json.JsonOutput.toJson(user.lastname)}}'),
  },
  *check({ calls }) {
    for (const site of calls) {
      if (site.params === undefined || !/json/i.test(String(site.call.httpContentType ?? ''))) continue;
      const raw = templateParts(site.params).filter(
        ({ expression, quoted }) => quoted && expression !== undefined && isFreeText(expression),
      );
      const [first] = raw;
      if (!first) continue;
      const paths = [...new Set(raw.map(({ expression }) => expression?.trim()))];
      yield {
        place: site.document.placeInString(pointerTo(site.httpPointer, 'httpParams'), first.start, first.end),
        message: `${paths.join(', ')} ${paths.length === 1 ? 'is' : 'are'} printed between quotes without being escaped.`,
        remedy: `Write \${groovy.json.JsonOutput.toJson(${paths[0]})} without quotes around it; it prints them.${paths.length === 1 ? '' : ' Likewise the others.'}`,
      };
    }
  },
};

/** A bare path to something that people write: names, titles, passwords. Ids, dates and codes have no quotes in them. */
function isFreeText(expression: string): boolean {
  return /^\s*(user\??\.(firstname|middlename|lastname|displayname|preferedFirstName|title|location|street|city|department\w*|companyname|jobDescription|email|phonenumber)|accountName|password)\s*$/.test(
    expression,
  );
}
