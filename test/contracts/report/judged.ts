import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type ConnectionPackage, readPackage } from '../../../connector/index.js';
import {
  type CheckResult,
  type Finding,
  lintFiles,
  type ReportOptions,
  type ScenarioResult,
  type Settings,
} from '../../../contracts/index.js';
import { temporaryFolder } from '../../helpers/temporary-package.js';

/** A result and what its reports need. */
export interface Judged {
  readonly result: CheckResult;
  readonly options: ReportOptions;
  readonly package: ConnectionPackage;
}

const clean = resolve('fixtures/packages/jama-connect');

/** Text that every form of report must be able to hold. */
export const awkward = 'a "quoted" <b>&amp;</b> `tick` | pipe \u0000\u001b[31m \ud800 ]]> -- {{x}} 日本';

/** The clean package with two mistakes that lint finds, in a new folder, and scenarios of every status. */
export async function judgedPackage(settings: Settings = { off: [] }): Promise<Judged> {
  const [imports = '', disable = ''] = await Promise.all(
    ['ImportAccountEntJSON', 'DisableAccountJSON'].map((name) =>
      readFile(join(clean, `${name}.json`), 'utf8'),
    ),
  );
  const folder = await temporaryFolder({
    ImportAccountEntJSON: imports.replace('"batchSize": 50', '"batchSize": 100'),
    DisableAccountJSON: disable.replace('"successResponses"', '"succesResponses"'),
  });
  const connectionPackage = await readPackage(folder);
  const result = await lintFiles(connectionPackage, { settings });
  const [first] = result.findings;
  return {
    result: { ...result, scenarios: scenariosOf(first) },
    package: connectionPackage,
    options: {
      package: connectionPackage,
      color: false,
      durationMs: 1234,
      version: '0.0.0',
      workingDirectory: folder,
    },
  };
}

function scenariosOf(finding: Finding | undefined): ScenarioResult[] {
  const id = finding === undefined ? '' : `${finding.file}#${finding.pointer} ${finding.code}`;
  const common = { family: 'import', durationMs: 12, findings: [], assumptions: [], exchanges: [] } as const;
  return [
    {
      ...common,
      id: 'passes',
      title: awkward,
      status: 'passed',
      exchanges: [
        {
          flow: 'import accounts',
          document: 'ImportAccountEntJSON',
          pointer: '/accountParams/call/call1',
          request: 'GET /rest/v1/users?startAt=0&maxResults=50',
          status: 401,
          outcome: 'refused',
          alike: 0,
        },
        {
          flow: 'import accounts',
          document: 'ImportAccountEntJSON',
          pointer: '/accountParams/call/call1',
          request: 'GET /rest/v1/users?startAt=0&maxResults=50',
          status: 200,
          outcome: 'ok',
          alike: 7,
        },
      ],
    },
    { ...common, id: 'fails', title: 'It fails', status: 'failed', findings: [id] },
    { ...common, id: 'impossible', title: 'It is not possible', status: 'not-possible', reason: awkward },
    { ...common, id: 'off', title: 'It is switched off', status: 'suppressed' },
  ];
}
