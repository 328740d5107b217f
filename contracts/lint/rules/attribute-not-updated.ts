import { pointerTo } from '../../../connector/index.js';
import { propertiesOf, requestSchema } from '../../target/response-schema.js';
import { bodySkeleton, type SkeletonField } from '../body-skeleton.js';
import type { CallPurpose, CallSite } from '../call-sites.js';
import { calledOperation } from '../called-operation.js';
import { exampleCall } from '../examples.js';
import type { Rule } from '../rule.js';

const create = {
  ...exampleCall,
  url: 'http://localhost:8080/jama/rest/v1/users',
  httpMethod: 'POST',
  httpParams: '{"title":${groovy.json.JsonOutput.toJson(user.title)},"email":"${user.email}"}',
};
const update = (httpParams: string) => ({
  CreateAccountJSON: { call: [create] },
  UpdateAccountJSON: { call: [{ ...exampleCall, httpParams }] },
});

export const attributeNotUpdated: Rule = {
  id: 'attribute-not-updated',
  severity: 'warning',
  title: 'An attribute that a new account gets from its identity is never sent again.',
  why: 'When it changes in EIC, the target keeps what it got on the first day.',
  example: { trips: update('{"email":"${user.email}"}'), passes: update(create.httpParams) },
  *check({ calls, target }) {
    const updating = calls.filter(({ purpose }) => purpose === 'update');
    const [first] = updating;
    const operation = first && calledOperation(target, first).called;
    const schema = operation && requestSchema(target.openapi, operation);
    const sent = fieldsOf(calls, 'update');
    if (!first || !schema || !sent || updating.length > 1) return;
    const taken = propertiesOf(target.openapi, schema);
    const left = [...(fieldsOf(calls, 'create')?.values() ?? [])].flatMap(({ key, value }) => {
      const attribute = /\buser\??\.(\w+)/.exec(sourceOf(calls, value.at))?.[1];
      const name = attribute === undefined || /^(?:username|systemUserName|password)$/.test(attribute);
      return name || sent.has(key) || !taken.has(key) ? [] : [{ key, attribute }];
    });
    if (left.length === 0) return;
    const keys = left.map(({ key }) => `"${key}"`).join(', ');
    yield {
      place: first.document.place(pointerTo(first.httpPointer, 'httpParams')),
      message: `A new account gets ${keys} from its identity (${left.map(({ attribute }) => attribute).join(', ')}); an update does not send ${left.length === 1 ? 'it' : 'them'}.`,
      remedy: `Add ${keys} to the body, as CreateAccountJSON has it.`,
    };
  },
};

/** The fields of the one body that serves a purpose; undefined when it cannot be read without running it. */
function fieldsOf(
  calls: readonly CallSite[],
  purpose: CallPurpose,
): ReadonlyMap<string, SkeletonField> | undefined {
  const params = calls.find((site) => site.purpose === purpose)?.params;
  const body = params === undefined ? undefined : bodySkeleton(params);
  return body?.kind === 'object' ? body.fields : undefined;
}

function sourceOf(calls: readonly CallSite[], { start, end }: SkeletonField['keyAt']): string {
  return calls.find(({ purpose }) => purpose === 'create')?.params?.slice(start, end) ?? '';
}
