import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import {
  compileTemplate,
  createBindings,
  createConnector,
  isObject,
  type JsonValue,
  objectOf,
  readPackage,
} from '../../connector/index.js';
import { jamaTarget, lintPackage } from '../../contracts/index.js';
import { apiFor, pathOf, RECORDS } from './expectations.js';
import { NOW } from './setup.js';
import { startTarget, stopTargets } from './target.js';

afterEach(stopTargets);

const shared = process.env.JAMA_SIM_SHARED;
const folder = shared === undefined ? undefined : join(shared, 'reference', 'other-packages');
const there = folder !== undefined && existsSync(folder);
const packages = there ? readdirSync(folder).filter((name) => name.endsWith('.zip')) : [];

if (!there)
  console.warn('JAMA_SIM_SHARED is not set: the published packages of other applications were not run.');

/** A connector for a published package, against an API made up from its own import JSON. */
async function connectorOf(name: string) {
  const found = await readPackage(join(folder ?? '', name));
  const document = found.document('ImportAccountEntJSON');
  const target = await startTarget(apiFor(document));
  const { acctAuth } = JSON.parse(found.document('ConnectionJSON').text).authentications;
  return {
    document,
    connector: createConnector({
      package: found,
      clock: { now: () => NOW },
      mapUrl: (url) => (url === acctAuth?.url ? `${target.url}/token` : `${target.url}${pathOf(url)}`),
    }),
  };
}

/** Every text with an expression in a document. */
function templatesIn(text: string): string[] {
  const texts: string[] = [];
  JSON.parse(text, (_, value: unknown) => {
    if (typeof value === 'string' && value.includes('${')) texts.push(value);
    return value;
  });
  return texts;
}

const environment = { now: () => NOW, random: () => 0.5, timeZone: 'UTC', locale: 'en-US' };

/** What a template says of itself with nothing bound: a text, or an error that is a value. */
function explained(text: string): boolean {
  if (!compiles(text)) return true;
  const { text: shown, error } = compileTemplate(text).explain(createBindings({}), environment);
  return shown !== null || error !== null;
}

function compiles(text: string): boolean {
  try {
    compileTemplate(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether every expression in a document can be compiled. */
function sound(text: string): boolean {
  return templatesIn(text).every((template) =>
    compiles(template.replace(/~#~\w+\s*$/, '').replace(/^#CONST#/, '')),
  );
}

describe('published packages of other applications', () => {
  test(`are ${there ? 'there' : 'left out without JAMA_SIM_SHARED'}`, () => {
    expect(packages.length > 0).toBe(there);
  });

  for (const name of packages) {
    test(`${name} imports its accounts and access, or says at its place why not`, async () => {
      const { connector, document } = await connectorOf(name);
      const accounts = await connector.importAccounts();
      const access = await connector.importAccess();
      for (const outcome of [accounts, access]) {
        for (const problem of outcome.problems) {
          expect(problem.code).not.toBe('internal-error');
          expect(problem.remedy).not.toBe('');
        }
      }
      if (document.state !== 'ok') {
        expect([accounts.status, access.status]).toEqual(['not-possible', 'not-possible']);
      } else if (sound(document.text)) {
        expect(accounts.problems).toEqual([]);
        expect(accounts.accounts.created).toBe(RECORDS);
        expect(access.problems.filter(({ code }) => code !== 'section-missing')).toEqual([]);
        expect(access.maps.received > 0).toBe(hasEntMappings(document.value));
        expect(access.maps.unmatched).toBe(0);
        expect(access.links.added + access.links.unmatched > 0).toBe(access.links.received > 0);
      } else {
        expect([...accounts.problems, ...access.problems].map(({ code }) => code)).toContainEqual(
          expect.stringMatching(/^template-(invalid|failed)$/),
        );
      }
    });

    test(`${name} is linted, and each of its templates explained, without a crash`, async () => {
      const found = await readPackage(join(folder ?? '', name));
      for (const { finding } of lintPackage(found, jamaTarget())) expect(finding.remedy).not.toBe('');
      const texts = [...found.documents.values()].flatMap(({ value, text }) =>
        value === undefined ? [] : templatesIn(text),
      );
      expect(texts.filter((text) => !explained(text))).toEqual([]);
    });
  }
});

/** Whether records of an entitlement type name other entitlements. */
function hasEntMappings(value: JsonValue | undefined): boolean {
  const types = objectOf(objectOf(objectOf(value).entitlementParams).entTypes);
  return Object.values(types).some((type) => isObject(objectOf(type).entMappings));
}

const samplesFolder = shared === undefined ? '' : join(shared, 'reference', 'connector-json-samples');
const samples = there ? readdirSync(samplesFolder).filter((name) => name.endsWith('.json')) : [];

/** A connector for one sample, against an API made up from it. */
async function sampleConnector(name: string) {
  const found = await readPackage(join(samplesFolder, name));
  const api = apiFor(found.document('ImportAccountEntJSON'));
  const target = await startTarget((seen) =>
    seen.path === '/token' ? { body: { access_token: 't', sessionId: 's' } } : api(seen),
  );
  const tokenUrls = Object.values(
    objectOf(objectOf(objectOf(found.document('ConnectionJSON').value).authentications)),
  ).map((entry) => objectOf(entry).url);
  const connector = createConnector({
    package: found,
    clock: { now: () => NOW },
    mapUrl: (url) => (tokenUrls.includes(url) ? `${target.url}/token` : `${target.url}${pathOf(url)}`),
  });
  return { found, connector };
}

describe('published connector JSONs', () => {
  test(`are ${there ? 'there' : 'left out without JAMA_SIM_SHARED'}`, () => {
    expect(samples.length > 0).toBe(there);
  });

  for (const name of samples) {
    test(`${name} is linted, and each of its templates explained, without a crash`, async () => {
      const { found } = await sampleConnector(name);
      for (const { finding } of lintPackage(found, jamaTarget())) expect(finding.remedy).not.toBe('');
      const texts = [...found.documents.values()].flatMap(({ value, text }) =>
        value === undefined ? [] : templatesIn(text),
      );
      expect(texts.filter((text) => !explained(text))).toEqual([]);
    });
  }

  for (const name of samples.filter((one) => one.includes('ImportAccountEnt'))) {
    test(`${name} runs against an API made up from it`, async () => {
      const { connector, found } = await sampleConnector(name);
      const document = objectOf(found.document('ImportAccountEntJSON').value);
      const has = (section: string) => Object.keys(objectOf(document[section])).length > 0;
      const accounts = await connector.importAccounts();
      expect(accounts.problems.map(({ code }) => code)).toEqual(
        has('accountParams') ? [] : ['section-missing'],
      );
      expect(accounts.accounts.created).toBe(has('accountParams') ? RECORDS : 0);
      const access = await connector.importAccess();
      expect(access.problems.map(({ code }) => code)).toEqual(
        has('entitlementParams') || has('acctEntParams') ? [] : ['section-missing'],
      );
    });
  }

  for (const name of samples.filter((one) => one.includes('ConnectionJSON'))) {
    test(`${name} is tried, or says at its place why not`, async () => {
      const { connector } = await sampleConnector(name);
      const outcome = await connector.testConnection();
      expect(outcome.authentications).toHaveLength(1);
      for (const { code, pointer } of outcome.problems) {
        expect([code, pointer]).toEqual([
          'connection-params-missing',
          '/authentications/acctAuth/httpParams',
        ]);
      }
    });
  }
});
