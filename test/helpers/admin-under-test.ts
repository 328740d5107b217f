import { expect } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

export interface AdminAnswer {
  readonly status: number;
  readonly contentType: string | null;
  readonly text: string;
  /** The body, if it is JSON. */
  readonly json: unknown;
}

export type Admin = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<AdminAnswer>;

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Record<string, { schema: object }> }>>;
}

/**
 * A client of the admin API of a simulator. Every answer is compared with the OpenAPI document that the API gives of itself.
 * @param origin where the simulator is: `http://127.0.0.1:41234`
 */
export async function adminUnderTest(origin: string): Promise<Admin> {
  const response = await fetch(`${origin}/__admin/openapi`);
  const document = (await response.json()) as {
    readonly paths: Record<string, Record<string, Operation>>;
    readonly components: object;
  };
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ $id: 'admin', components: document.components });

  function judge(method: string, path: string, answer: AdminAnswer): void {
    const [, item] =
      Object.entries(document.paths).find(
        ([template, operations]) =>
          method.toLowerCase() in operations && matches(template, path.split('?')[0] ?? path),
      ) ?? [];
    const operation = item?.[method.toLowerCase()];
    if (operation === undefined) {
      expect(answer.status).toBeGreaterThanOrEqual(400);
      return;
    }
    const described = operation.responses[answer.status] ?? operation.responses.default;
    const mediaType = answer.contentType?.split(';')[0] ?? '';
    const schema = described?.content?.[mediaType]?.schema;
    if (answer.status === 204) {
      expect(answer.text).toBe('');
      return;
    }
    expect({ method, path, mediaType, known: Object.keys(described?.content ?? {}) }).toMatchObject({
      known: expect.arrayContaining([mediaType]),
    });
    const valid = ajv.compile(
      JSON.parse(JSON.stringify(schema).replaceAll('#/components', 'admin#/components')),
    );
    expect({ method, path, valid: valid(answer.json ?? answer.text), errors: valid.errors }).toMatchObject({
      valid: true,
    });
  }

  return async (method, path, body, headers = {}) => {
    const sent = await fetch(`${origin}/__admin${path}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await sent.text();
    const contentType = sent.headers.get('content-type');
    const json: unknown = contentType?.includes('json') ? JSON.parse(text) : undefined;
    const answer = { status: sent.status, contentType, text, json };
    judge(method, path, answer);
    return answer;
  };
}

function matches(template: string, path: string): boolean {
  const expected = template.split('/');
  const actual = path.split('/');
  return (
    expected.length === actual.length &&
    expected.every((segment, at) => segment.startsWith('{') || segment === actual[at])
  );
}
