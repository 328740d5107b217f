import { adminDescription, FAULTS } from '../../mock-server/index.js';

interface Operation {
  readonly summary: string;
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
}

interface Schema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly else?: Schema;
}

/** `docs/admin-api.md`: the operations of the admin API and the catalogue of faults. */
export async function adminApiPage(): Promise<ReadonlyMap<string, string>> {
  const { paths } = await adminDescription();
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => row(method, path, operation as unknown as Operation)),
  );
  const text = `# The admin API

Below \`/__admin\`, on the same port as the tenants. \`GET /__admin/openapi\` is its OpenAPI document. It answers programs of this
machine; with \`--admin-token TOKEN\` also others, which send \`Authorization: Bearer TOKEN\`. Whoever sends a token is judged by it,
on this machine too. A token may be limited to some tenants (\`limitedTokens\` of \`startSimulator\`, or [class.md](class.md)): it reaches
everything below \`/tenants/{tenant}\` of those but \`DELETE\`, is told of those in \`GET /tenants\`, and is answered 403 \`token-limited\` for other
tenants and for \`POST /tenants\` and \`GET /metrics\`. Pages of another origin are never answered. Errors are \`application/problem+json\` with a \`code\`, a \`detail\` that says what is wrong, and, for a body, a \`pointer\`.

Beside a tenant that runs,

\`\`\`sh
npx jama-sim start --client-id demo --client-secret demo-secret
\`\`\`

this lets an hour pass for it, breaks the second page of its next import, asks whether somebody was made inactive, and puts everything back:

\`\`\`sh
curl -s http://localhost:8080/__admin/tenants/jama/clock -H 'content-type: application/json' -d '{"advance": 3600000}'
curl -s http://localhost:8080/__admin/tenants/jama/faults -H 'content-type: application/json' -d '{"use": "server-error"}'
curl -s http://localhost:8080/__admin/tenants/jama/requests/count -H 'content-type: application/json' \\
  -d '{"method":"PUT","path":"/rest/*/users/7/active","body":{"active":false}}'
curl -s -X POST http://localhost:8080/__admin/tenants/jama/reset
\`\`\`

The tenant of a plain \`start\` is \`jama\`. In a test, the same count is
\`tenant.traffic.count({ method: 'PUT', path: '/rest/*/users/7/active', body: { active: false } })\`.

## Operations

| operation | what it does | fields of the body |
|---|---|---|
${operations.join('\n')}

## Faults

A rule has a \`match\` (method, path, query, headers, \`nth\` or \`fromNth\` match, \`window\` of the tenant's clock, \`probability\`), an
\`effect\`, and \`times\` and \`seed\` if wanted. The effect waits (\`delayMs\`), ends tokens (\`expireTokens\`) or changes the tenant
(\`change\`) first; then it answers instead of the work (\`status\` with \`message\`, \`rawBody\`, \`loginPage\`), bends the answer
(\`contentType\`, \`headers\`, \`malformedJson\`, \`cutBodyAt\`) or cuts the connection (\`reset\` before or after the work). An answer
under a fault names it in \`X-Jama-Sim-Fault\`.

\`\`\`sh
cat > faults.json <<'END'
{
  "faults": [
    { "use": "throttled" },
    {
      "name": "slow-writes",
      "match": { "method": "POST", "path": "/rest/*/users", "probability": 0.5 },
      "effect": { "delayMs": { "lower": 200, "upper": 800 } },
      "seed": 7
    }
  ]
}
END
npx jama-sim start --faults faults.json
\`\`\`

One rule alone is the body of \`POST .../faults\`. In a test it is
\`tenant.faults.add({...})\` or \`tenant.faults.useNamed('throttled')\`.

| fault | what it imitates | grade | source |
|---|---|---|---|
${FAULTS.map(({ name, imitates, grade, source }) => `| \`${name}\` | ${imitates} | ${grade} | ${source} |`).join('\n')}
`;
  return new Map([['admin-api.md', text]]);
}

function row(method: string, path: string, { summary, requestBody }: Operation): string {
  const schema = requestBody?.content['application/json'].schema;
  const fields = Object.keys(schema?.properties ?? schema?.else?.properties ?? {});
  return `| \`${method.toUpperCase()} ${path}\` | ${summary} | ${fields.map((one) => `\`${one}\``).join(', ')} |`;
}
