/** What is put in place of a part of a page that cannot be taken as it stands, and why. */
export interface StandIn {
  readonly in: RegExp;
  readonly because: string;
}

/** Commands that are not run here. Those that call a script of package.json are held against it. */
export const notRun: readonly StandIn[] = [
  { in: /^npm ci( |$)/, because: 'fetches every package; .ci/run begins with it' },
  { in: /^npm test$/, because: 'would run the suites within a suite; .ci/run runs it' },
  {
    in: /^npm run (test:\w+|lint|types|package:check|generate|screenshots)$/,
    because: 'would run the suites within a suite, or change the tree; .ci/run runs those that judge',
  },
  {
    in: /^npm run bench|npm install --prefix bench/,
    because: 'takes minutes and a machine with nothing else to do',
  },
  { in: /benchImport\(\)/, because: 'takes minutes and a machine with nothing else to do' },
  { in: /^docker |^kubectl /, because: 'needs a container runtime; test/deploy reads the files' },
];

/** Parts of a command that are another thing on each machine. */
export function standIns(given: {
  readonly port: number;
  readonly secondPort: number;
  readonly tenant: { readonly url: string; readonly clientId: string; readonly clientSecret: string };
}): readonly (StandIn & { readonly by: string })[] {
  const { port, secondPort, tenant } = given;
  return [
    { in: /localhost:8080/g, by: `localhost:${port}`, because: 'the port may be taken here' },
    { in: /\b8081\b/g, by: String(secondPort), because: 'the port may be taken here' },
    {
      in: /https:\/\/(jama\.example\.com|company\.jamacloud\.com)/g,
      by: tenant.url,
      because: 'a simulator stands for the tenant of the reader',
    },
    { in: /--client-id ID\b/g, by: `--client-id ${tenant.clientId}`, because: 'the reader has credentials' },
    {
      in: /--client-secret SECRET\b/g,
      by: `--client-secret ${tenant.clientSecret}`,
      because: 'the reader has credentials',
    },
    { in: /\bcurl -s /g, by: 'curl -sSf ', because: 'an answer that is an error must not pass' },
    { in: /npm run build && /g, by: '', because: 'it is built, and other suites are reading it' },
  ];
}
