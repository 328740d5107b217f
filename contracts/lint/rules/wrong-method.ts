import { isAlone, purposeWords } from '../call-sites.js';
import { calledOperation } from '../called-operation.js';
import { exampleCall } from '../examples.js';
import type { Rule } from '../rule.js';
import { methods } from './method-unknown.js';

const activeUrl = 'http://localhost:8080/jama/rest/v1/users/${account.accountID}/active';

export const wrongMethod: Rule = {
  id: 'wrong-method',
  severity: 'error',
  title: 'A call uses an HTTP method that does not do what the call is for.',
  why: 'The target refuses the request, or does something else than the task asked for.',
  example: {
    trips: {
      EnableAccountJSON: {
        call: [{ ...exampleCall, url: activeUrl, httpMethod: 'POST', httpParams: '{"active":true}' }],
      },
    },
    passes: {
      EnableAccountJSON: {
        call: [{ ...exampleCall, url: activeUrl, httpMethod: 'PUT', httpParams: '{"active":true}' }],
      },
    },
  },
  *check({ calls, target }) {
    for (const site of calls) {
      const wanted = target.operationFor(site.purpose);
      const { path, called, atPath } = calledOperation(target, site);
      const { method } = site;
      if (path === undefined || method === undefined || !methods.includes(method.toUpperCase())) continue;
      const serves =
        called &&
        ((called.method === 'GET' && !isAlone(site)) || !wanted || called.method === wanted.operation.method);
      const fits = wanted ? [wanted.operation] : atPath;
      const onlyPathIsWrong = atPath.length === 0 && fits.some((one) => one.method === method.toUpperCase());
      if (serves || fits.length === 0 || onlyPathIsWrong) continue;
      const right = fits.map(({ method }) => method).join(' or ');
      const does = called?.definition.summary;
      yield {
        place: site.document.place(`${site.httpPointer}/httpMethod`),
        message: called
          ? `${site.method} ${path} does not ${purposeWords[site.purpose]}${does ? `: ${target.name} takes it as "${does}"` : ''}.`
          : `${target.name} has no ${site.method} ${path}.`,
        remedy: wanted
          ? `"httpMethod": "${right}"   (${right} ${wanted.operation.path} ${wanted.because})`
          : `Use ${right}, the methods that ${path} has.`,
        breaks: [{ document: site.document.name, pointer: site.pointer }],
      };
    }
  },
};
