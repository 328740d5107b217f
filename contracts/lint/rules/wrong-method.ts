import type { Operation } from '../../target/operations.js';
import type { PurposeOperation, Target } from '../../target/target.js';
import { type CallSite, isAlone, purposeWords } from '../call-sites.js';
import { calledOperation, isServedByAnother } from '../called-operation.js';
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
      const served = isServedByAnother(target, site, calls);
      const wanted = served ? undefined : target.operationFor(site.purpose);
      const { path, called, atPath } = calledOperation(target, site);
      const { method } = site;
      if (path === undefined || method === undefined || !methods.includes(method.toUpperCase())) continue;
      const serves = called && ((called.method === 'GET' && !isAlone(site)) || does(called, wanted));
      const fits = wanted ? [wanted.operation] : atPath;
      const onlyPathIsWrong = atPath.length === 0 && fits.some((one) => one.method === method.toUpperCase());
      if (serves || fits.length === 0 || onlyPathIsWrong) continue;
      yield {
        place: site.document.place(`${site.httpPointer}/httpMethod`),
        message: messageFor(target, site, called, path),
        remedy: remedyFor(fits, wanted, path),
        breaks: [{ document: site.document.name, pointer: site.pointer }],
      };
    }
  },
};

/** True for an operation with the method of the one that is wanted; any will do where that is not known. */
function does(called: Operation, wanted: PurposeOperation | undefined): boolean {
  return !wanted || called.method === wanted.operation.method;
}

function messageFor(target: Target, site: CallSite, called: Operation | undefined, path: string): string {
  if (!called) return `${target.name} has no ${site.method} ${path}.`;
  const { summary } = called.definition;
  const taken = summary ? `: ${target.name} takes it as "${summary}"` : '';
  return `${site.method} ${path} does not ${purposeWords[site.purpose]}${taken}.`;
}

function remedyFor(fits: readonly Operation[], wanted: PurposeOperation | undefined, path: string): string {
  const right = fits.map(({ method }) => method).join(' or ');
  return wanted
    ? `"httpMethod": "${right}"   (${right} ${wanted.operation.path} ${wanted.because})`
    : `Use ${right}, the methods that ${path} has.`;
}
