import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { validateXML } from 'xmllint-wasm';
import { readPackage } from '../../../connector/index.js';
import {
  type Finding,
  lintFiles,
  type ReporterName,
  reporters,
  reportSchema,
} from '../../../contracts/index.js';
import { awkward, type Judged, judgedPackage } from './judged.js';

const names = Object.keys(reporters) as ReporterName[];
const pageSize = {
  rule: 'page-size-above-cap',
  file: 'ImportAccountEntJSON',
  pointer: '/accountParams',
  reason: 'our tenant was given larger pages',
};

/** An export of a connection that only imports accounts. */
const exportText = JSON.stringify({
  Jama: {
    EXTERNAL_ATTR: [
      { attributename: 'ImportAccountEntJSON', encryptedattributevalue: '{"accountParams":{}}' },
    ],
  },
});

let judged: Judged;
let switchedOff: Judged;

beforeAll(async () => {
  judged = await judgedPackage();
  switchedOff = await judgedPackage({ off: [pageSize, { ...pageSize, pointer: '/nowhere' }] });
});

function render(name: ReporterName, { result, options }: Judged): string {
  return reporters[name].render(result, options);
}

/** The same result with this text wherever a finding or scenario has words of its own. */
function withText({ result, ...rest }: Judged, words: string): Judged {
  const finding = (one: Finding): Finding => ({ ...one, message: words, remedy: words, seen: [words] });
  return {
    ...rest,
    result: {
      ...result,
      package: words,
      findings: result.findings.map(finding),
      scenarios: result.scenarios.map((one) => ({ ...one, title: words })),
    },
  };
}

async function xmlProblems(xml: string): Promise<readonly unknown[]> {
  const xsd = await readFile(join(import.meta.dirname, 'junit.xsd'), 'utf8');
  const { errors } = await validateXML({
    xml: [{ fileName: 'report.xml', contents: xml }],
    schema: [{ fileName: 'junit.xsd', contents: xsd }],
  });
  return errors;
}

/** The public schema; it is of draft 4, and uses nothing that means something else today. */
async function sarifValidator(): Promise<ValidateFunction> {
  const file = resolve('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const { $schema: _draft, id: _id, ...schema } = JSON.parse(await readFile(file, 'utf8'));
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  formats.default(ajv);
  return ajv.compile(schema);
}

describe('every report', () => {
  test.each(names)('%s is the same each time', (name) => {
    expect(render(name, judged)).toBe(render(name, judged));
  });

  test.each(names)('%s names what the settings switch off, with the reason', (name) => {
    const report = render(name, switchedOff);

    expect(report).toContain('page-size-above-cap');
    expect(report).toContain(pageSize.reason);
    expect(render(name, judged)).not.toContain(pageSize.reason);
  });

  test.each(['pretty', 'json', 'markdown', 'html'] as const)(
    '%s says which entry of the settings met nothing',
    (name) => {
      expect(render(name, switchedOff)).toContain('/nowhere');
    },
  );
});

describe('the JSON report', () => {
  test.each([
    ['with findings', () => judged],
    ['with findings that are switched off', () => switchedOff],
  ])('%s is as its schema says', (_, of) => {
    const validate = new Ajv2020().compile(reportSchema);

    validate(JSON.parse(render('json', of())));

    expect(validate.errors).toBeNull();
  });

  test('its schema refuses what is no report', () => {
    const validate = new Ajv2020().compile(reportSchema);
    const report = JSON.parse(render('json', judged));

    expect(validate({ ...report, findings: [{ ...report.findings[0], line: 0 }] })).toBe(false);
    expect(validate({ ...report, more: 1 })).toBe(false);
  });
});

describe('the JUnit report', () => {
  test('is valid, and counts what it holds', async () => {
    const xml = render('junit', judged);

    expect(await xmlProblems(xml)).toEqual([]);
    const failures = xml.match(/<failure /g) ?? [];
    expect(xml).toContain(`<testsuites name="jama-sim" tests="7" failures="${failures.length}"`);
    expect(failures).toHaveLength(3);
    expect(xml).toMatch(/<testcase name="fails: It fails"[^>]*>\n<failure message="[^"]+" type="[a-z-]+">/);
    expect(xml.match(/<skipped /g)).toHaveLength(2);
  });

  test('stays valid whatever the texts are', async () => {
    const texts = fc.string({ unit: 'binary', maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(texts, async (words) => {
        expect(await xmlProblems(render('junit', withText(judged, words)))).toEqual([]);
      }),
      { numRuns: 8, examples: [[awkward]] },
    );
  }, 30_000);

  test('a broken document would be noticed', async () => {
    const xml = render('junit', judged);

    expect(await xmlProblems(xml.replace('</testsuites>', ''))).not.toEqual([]);
    expect(await xmlProblems(xml.replace('tests="7"', 'tests="seven"'))).not.toEqual([]);
  });
});

describe('the SARIF report', () => {
  test.each([
    ['with findings', () => judged],
    ['with findings that are switched off', () => switchedOff],
  ])('%s is valid SARIF 2.1.0', async (_, of) => {
    const validate = await sarifValidator();

    validate(JSON.parse(render('sarif', of())));

    expect(validate.errors).toBeNull();
  });

  test('what is no SARIF would be noticed', async () => {
    const log = JSON.parse(render('sarif', judged));
    log.runs[0].results[0].level = 'fatal';

    expect((await sarifValidator())(log)).toBe(false);
  });

  test('shows each finding in its line of the connector JSON', async () => {
    const [run] = JSON.parse(render('sarif', judged)).runs;
    const [result] = run.results.filter(({ ruleId }: { ruleId: string }) => ruleId === 'page-size-above-cap');
    const { artifactLocation, region } = result.locations[0].physicalLocation;

    const text = await readFile(join(judged.package.source, artifactLocation.uri), 'utf8');
    const line = text.split('\n')[region.startLine - 1] ?? '';

    expect(artifactLocation).toEqual({ uri: 'ImportAccountEntJSON.json', uriBaseId: '%SRCROOT%' });
    expect(line.slice(region.startColumn - 1, region.endColumn - 1)).toBe('100');
    expect(run.tool.driver.rules[result.ruleIndex]).toMatchObject({ id: 'page-size-above-cap' });
    expect(run.tool.driver.rules[result.ruleIndex].help.markdown).toContain('```json');
  });

  test('puts what is absent down to a file that is there, and what is in an export to the export', async () => {
    const [run] = JSON.parse(render('sarif', judged)).runs;
    const absent = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === 'task-not-possible');
    const file = join(judged.options.workingDirectory, 'package.zip');
    await writeFile(file, zipSync({ 'export/Connection_1.json': strToU8(exportText) }));
    const exported = await readPackage(file);
    const result = await lintFiles(exported);
    const log = JSON.parse(reporters.sarif.render(result, { ...judged.options, package: exported }));

    expect(absent.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'DisableAccountJSON.json', uriBaseId: '%SRCROOT%' },
      region: { startLine: 1 },
    });
    expect(log.runs[0].results).not.toHaveLength(0);
    for (const { locations } of log.runs[0].results)
      expect(locations[0].physicalLocation).toEqual({
        artifactLocation: { uri: 'package.zip', uriBaseId: '%SRCROOT%' },
        region: { startLine: 1 },
      });
  });

  test('marks what is switched off as suppressed', () => {
    const [run] = JSON.parse(render('sarif', switchedOff)).runs;
    const off = run.results.filter(({ suppressions }: { suppressions?: unknown }) => suppressions);

    expect(off).toHaveLength(1);
    expect(off[0].suppressions).toEqual([{ kind: 'external', justification: pageSize.reason }]);
  });
});

describe('the Markdown report', () => {
  test('shows place, source and remedy, and lists the scenarios', () => {
    const report = render('markdown', judged);

    expect(report).toMatch(/^### error `page-size-above-cap` in `ImportAccountEntJSON\.json:\d+:\d+`$/m);
    expect(report).toMatch(/^> \d+ \| +"batchSize": 100/m);
    expect(report).toMatch(/^\| import \| `fails` \| It fails \| ❌ failed \|$/m);
  });

  test('texts do not become markup', () => {
    const report = render('markdown', withText(judged, '<script>x</script> | **b** [l](u)'));

    expect(report).not.toMatch(/<script>|[^\\]\*\*b|\[l\]\(u\)/);
    for (const row of report.split('\n').filter((one) => one.startsWith('| import'))) {
      expect(row.replaceAll('\\|', '').split('|')).toHaveLength(6);
    }
  });
});

describe('the HTML report', () => {
  test('needs nothing from elsewhere and holds no script', () => {
    const page = render('html', judged);

    expect(page).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|url\(|https?:/i);
    expect(page).toContain("default-src 'none'");
  });

  test('shows the requests of a scenario in order, with what was left out', () => {
    const page = render('html', judged);

    expect(page).toMatch(
      /<li class="refused"[\s\S]*401, the token is refused[\s\S]*<li class="ok"[\s\S]*200/,
    );
    expect(page).toContain('and 7 more of this call, answered alike');
    expect(page).toContain('GET /rest/v1/users?startAt=0&amp;maxResults=50');
  });

  test('links each failed scenario to its findings, and each finding to what it broke', () => {
    const page = render('html', judged);
    const links = [...page.matchAll(/<a href="#([^"]+)">/g)].map(([, anchor]) => anchor);

    expect(links).toEqual(expect.arrayContaining([expect.stringMatching(/^f\d+$/), 'scenario-fails']));
    for (const anchor of links) expect(page).toContain(` id="${anchor}"`);
  });

  test('texts do not become markup', async () => {
    const page = render('html', withText(judged, awkward));

    expect(page).not.toContain('<b>&');
    // The page is written as XML would have it but for the elements that HTML never closes.
    const closed = page.replace('<!doctype html>', '').replace(/<(meta|br)([^>]*)>/g, '<$1$2/>');
    const { errors } = await validateXML({ xml: [{ fileName: 'page.xml', contents: closed }] } as never);
    expect(errors).toEqual([]);
  });
});
