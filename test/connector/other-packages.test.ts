import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { compileTemplate, createConnector, readPackage } from '../../connector/index.js';
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
  const texts: string[] = [];
  JSON.parse(text, (_, value: unknown) => {
    if (typeof value === 'string' && value.includes('${')) texts.push(value);
    return value;
  });
  return texts.every((template) => compiles(template.replace(/~#~\w+\s*$/, '').replace(/^#CONST#/, '')));
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
      } else {
        expect([...accounts.problems, ...access.problems].map(({ code }) => code)).toContainEqual(
          expect.stringMatching(/^template-(invalid|failed)$/),
        );
      }
    });
  }
});
