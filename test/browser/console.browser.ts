import { readFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { axeViolations, ELSEWHERE, openConsole, runFlow } from './setup.js';

const shipped = (name: string) =>
  readFile(resolve(import.meta.dirname, `../../fixtures/packages/jama-connect/${name}.json`), 'utf8');

/** The shipped import with one mistake: pages that are too large. */
async function largePages() {
  const text = (await shipped('ImportAccountEntJSON')).replace('"batchSize": 50', '"batchSize": 100');
  return { name: 'ImportAccountEntJSON.json', mimeType: 'application/json', buffer: Buffer.from(text) };
}

/** An export of EIC that holds the shipped import. */
async function zipped(name = 'Mine') {
  const text = await shipped('ImportAccountEntJSON');
  const attributes = [{ attributename: 'ImportAccountEntJSON', encryptedattributevalue: text }];
  const transport = { [name]: { externalconnectiontype: 'REST', EXTERNAL_ATTR: attributes } };
  return Buffer.from(zipSync({ 'export.json': strToU8(JSON.stringify(transport)) }));
}

const panel = (page: Page, name: string) => page.getByRole('region', { name });
const textOf = (page: Page, selector: string) => page.locator(selector).innerText();

describe('the first view', () => {
  test('shows both sides and what differs, in less than 200 KB', async () => {
    const { page } = await openConsole();
    // What the stream has told so far counts, though it has not ended.
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    await network.send('Network.setCacheDisabled', { cacheDisabled: true });
    let bytes = 0;
    let answers = 0;
    network.on('Network.dataReceived', ({ dataLength }) => {
      bytes += dataLength;
    });
    network.on('Network.responseReceived', () => {
      answers += 1;
    });
    await page.reload();
    await panel(page, 'Tenant').getByText('api.service').first().waitFor();
    await page.getByText('12 only in the tenant').waitFor();
    process.stdout.write(`first view: ${Math.round(bytes / 1000)} KB in ${answers} answers\n`);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(200_000);
    expect(await textOf(page, '.agreement')).toMatch(/120 only in the tenant[\s\S]*12 only in the tenant/);
  });

  test('draws nothing of a state that is not there yet', async () => {
    const { page } = await openConsole();
    await page.route('**/events?*', () => undefined);
    await page.reload();
    await page.locator('.agreement').getByText('Loading').first().waitFor();
    expect(await textOf(page, '.live-view')).not.toMatch(
      /agree\b|Real time|runs|frozen|none yet|appear here/,
    );
    expect(await page.locator('.time-line text').allTextContents()).toEqual(['calls', 'tokens']);
    expect(await page.locator('.time-line svg').getAttribute('aria-label')).toBe('Loading');
  });

  test('has no inline script, and its policy lets nothing of elsewhere in', async () => {
    const { address } = await openConsole();
    const response = await fetch(address);
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self'/);
    expect(await response.text()).not.toMatch(/<script(?![^>]*src=)|\son\w+=|style=/i);
  });
});

describe('each side', () => {
  test('the tenant shows users, groups with members, tokens with their remaining life, and licences', async () => {
    const { page } = await openConsole({ simulator: { licences: { NAMED: 150 } } });
    await runFlow(page, 'import accounts');
    const tenant = panel(page, 'Tenant');
    await tenant.getByRole('tab', { name: /^Groups/ }).click();
    await tenant.locator('details.members summary').first().click();
    expect(await tenant.locator('details.members[open] p').innerText()).toMatch(/\w+\.\w+, /);
    await tenant.getByRole('tab', { name: /^Tokens/ }).click();
    expect(await tenant.locator('.records').innerText()).toMatch(/59 min \d+ s left/);
    await tenant.getByRole('tab', { name: 'Licences' }).click();
    expect(await tenant.getByRole('row', { name: /^named \d/ }).innerText()).toMatch(/\d+\s+\d+/);
  });

  test('the EIC side shows accounts, entitlements, identities, tasks and jobs', async () => {
    const { page } = await openConsole();
    await runFlow(page, 'import access');
    await runFlow(page, 'create');
    const eic = panel(page, 'EIC side');
    for (const [name, text] of [
      ['Accounts 121', 'nadia.berg'],
      ['Entitlements 12', 'usergroups'],
      ['Identities 125', 'ivo.lund'],
      ['Tasks 1', 'Complete'],
      ['Jobs 2', 'ApplicationDataImportJob'],
    ] as const) {
      await eic.getByRole('tab', { name }).click();
      await eic.getByRole('tabpanel').getByText(text).first().waitFor();
    }
    // The columns of a new account arrive with the next import.
    expect(await textOf(page, '.agreement')).toMatch(/120 agree\s*1 differs[\s\S]*12 agree/);
    await runFlow(page, 'import accounts');
    await page.getByText('121 agree').waitFor();
  });

  test('a change of the tenant is seen as a difference, and can be looked for', async () => {
    const { page, simulator } = await openConsole();
    await runFlow(page, 'import accounts');
    const user = simulator.tenant.users
      .list()
      .find(({ active, id }) => active && id !== simulator.tenant.owner.id);
    const { accessToken } = await simulator.tenant.tokens.issue(simulator.credentials, 'api.service');
    await fetch(`${simulator.url}/rest/v1/users/${user?.id}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...user, location: 'Lund' }),
    });
    await page.getByText('1 differs').waitFor();
    const tenant = panel(page, 'Tenant');
    await tenant.getByRole('checkbox').check();
    expect(await tenant.locator('.records li').count()).toBe(1);
    expect(await tenant.locator('.records').innerText()).toContain('location: Lund in the tenant');
    await tenant.getByRole('searchbox').fill('nobody of this name');
    await tenant.getByText('No users.').waitFor();
  });
});

describe('what differs', () => {
  test('has no groups among it before access was imported', async () => {
    const { page } = await openConsole();
    await runFlow(page, 'import accounts');
    await page.getByText('12 not imported yet').waitFor();
    expect(await textOf(page, '.agreement')).not.toMatch(/only in|differ/);
    await runFlow(page, 'import access');
    await page.getByText('12 agree').waitFor();
  });
});

describe('the controls', () => {
  test('freeze, advance and free the clock', async () => {
    const { page, simulator } = await openConsole();
    const { clock } = simulator.tenant;
    await page.getByRole('button', { name: 'Freeze' }).click();
    await page.locator('.clock').getByText('frozen').waitFor();
    const frozen = clock.now();
    await page.getByRole('button', { name: '+1 h' }).click();
    await page.getByText('The clock is an hour on.').waitFor();
    await page.getByRole('button', { name: '+1 min' }).click();
    await page.getByText('The clock is a minute on.').waitFor();
    expect(clock.now() - frozen).toBe(61 * 60_000);
    await page.getByRole('button', { name: 'Real time' }).click();
    await page.locator('.clock').getByText('runs').waitFor();
    expect(clock.state()).toEqual({ mode: 'real' });
  });

  test('expire all tokens, or one', async () => {
    const { page, simulator } = await openConsole();
    await runFlow(page, 'test connection');
    const { tokens, clock } = simulator.tenant;
    const valid = () => tokens.list().filter(({ expiresAt }) => expiresAt > clock.now()).length;
    expect(valid()).toBe(1);
    const tenant = panel(page, 'Tenant');
    await tenant.getByRole('tab', { name: /^Tokens/ }).click();
    const oneToExpire = tenant.getByRole('button', { name: /^Expire token/ });
    await oneToExpire.waitFor();
    await page.getByRole('button', { name: 'Expire all' }).click();
    await page.getByText('Every token is expired.').waitFor();
    expect(valid()).toBe(0);
    await oneToExpire.waitFor({ state: 'detached' });
    await runFlow(page, 'import accounts');
    await oneToExpire.click();
    await page.getByText('The token is expired.').waitFor();
    expect(valid()).toBe(0);
  });

  test('put a fault of the catalogue in force, and take it back', async () => {
    const { page, simulator } = await openConsole();
    const list = page.getByLabel('Fault of the catalogue');
    await list.selectOption('server-error');
    await page.getByRole('button', { name: 'Use', exact: true }).click();
    await page.getByRole('button', { name: /Take back server-error/ }).waitFor();
    await runFlow(page, 'import accounts');
    await page.locator('.traffic').getByText('fault server-error').first().waitFor();
    await page.getByRole('button', { name: /Take back server-error/ }).click();
    await page.getByText('The fault is taken back.').waitFor();
    expect(simulator.tenant.faults.list()).toEqual([]);
  });

  test('take and restore a snapshot, and reset both sides', async () => {
    const { page, simulator } = await openConsole();
    await runFlow(page, 'import accounts');
    await page.getByRole('button', { name: 'Take snapshot' }).click();
    await page.getByRole('combobox', { name: 'Snapshot' }).waitFor();
    await runFlow(page, 'create');
    expect(simulator.tenant.users.list()).toHaveLength(121);
    const differs = page.locator('.agreement').getByText('1 differs');
    await differs.waitFor();
    await page.getByRole('button', { name: 'Restore' }).click();
    await differs.waitFor({ state: 'detached' });
    await page.getByText('120 agree').waitFor();
    expect(simulator.tenant.users.list()).toHaveLength(120);
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.getByText('120 only in the tenant').waitFor();
    await page.getByText('Run a flow, or call the tenant').waitFor();
    expect(simulator.tenant.traffic.count()).toBe(0);
  });
});

describe('a flow', () => {
  test('that is run whole is seen call by call, each unfolding to template, bindings, request, response and mapping', async () => {
    const { page } = await openConsole();
    await runFlow(page, 'import access');
    expect(await textOf(page, '.run-result')).toMatch(/ok import access[\s\S]*accounts: 120 new/);
    const calls = page.locator('.traffic .unfolding');
    const first = calls.filter({ hasText: '/rest/v1/usergroups?' });
    await first.locator('summary').click();
    for (const title of ['Templates', 'Bindings', 'Request', 'Response', 'Mapping'])
      await first.getByRole('heading', { name: title }).waitFor();
    const details = await first.locator('.exchange-details').innerText();
    expect(details).toMatch(/\$\{access_token\}[\s\S]*12 records/);
    expect(details).toContain('[REDACTED]');
    expect(await page.locator('.time-line svg').getAttribute('aria-label')).toMatch(
      /^\d+ calls, 1 of them refused or failed, 1 made again; 1 tokens, 1 of them valid; the newest has 59 min/,
    );
    expect(await page.locator('.time-line .call').count()).toBe(await calls.count());
    expect(await page.locator('.time-line .retry').count()).toBe(1);
  });

  test('that is run step by step waits before each call, and leads back to before', async () => {
    const { page, simulator } = await openConsole();
    await page.getByRole('combobox', { name: 'Flow' }).selectOption('create');
    await page.getByRole('button', { name: 'Step by step' }).click();
    const next = page.getByRole('button', { name: 'Next call' });
    await page.locator('.waiting').getByText('/rest/v1/users').waitFor();
    expect(simulator.tenant.traffic.count()).toBe(0);
    await next.click();
    await page.locator('.waiting').getByText('/rest/oauth/token').waitFor();
    await next.click();
    await page.locator('.waiting').getByText('"username":"nadia.berg"').waitFor();
    expect(simulator.tenant.traffic.count()).toBe(2);
    await page.getByRole('button', { name: 'Run to the end' }).click();
    await page.locator('.run-result').getByText('Complete').waitFor();
    expect(simulator.tenant.users.list()).toHaveLength(121);
    await page.getByRole('button', { name: 'Back to before' }).click();
    await page.getByText('Both sides are as before run 1.').waitFor();
    expect(simulator.tenant.users.list()).toHaveLength(120);
    await page.getByText('0 agree').first().waitFor();
  });

  test('that is run step by step goes back one call, by its buttons and by the keys', async () => {
    const { page, simulator } = await openConsole();
    const { tenant } = simulator;
    await page.getByRole('combobox', { name: 'Flow' }).selectOption('create');
    await page.getByRole('button', { name: 'Step by step' }).click();
    const waiting = page.locator('.waiting');
    const stepBack = page.getByRole('button', { name: 'Back one call' });
    await waiting.getByText('/rest/v1/users').waitFor();
    expect(await stepBack.getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('button', { name: 'Next call' }).focus();
    await page.keyboard.press('ArrowRight');
    await waiting.getByText('/rest/oauth/token').waitFor();
    await page.keyboard.press('ArrowRight');
    await waiting.getByText('"username":"nadia.berg"').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.locator('.run-result').getByText('Complete').waitFor();
    const { id } = tenant.users.findByUsername('nadia.berg') ?? {};
    await page.locator('.traffic .unfolding').nth(2).waitFor();

    await page.keyboard.press('ArrowLeft');
    await waiting.getByText('"username":"nadia.berg"').waitFor();
    await page.getByText('as before the last call').waitFor();
    expect(tenant.users.findByUsername('nadia.berg')).toBeUndefined();
    await page.locator('.traffic .unfolding').nth(2).waitFor({ state: 'detached' });
    expect(await page.locator('.traffic .unfolding').count()).toBe(2);
    await stepBack.click();
    await waiting.getByText('/rest/oauth/token').waitFor();
    expect(tenant.tokens.list()).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Run to the end' }).click();
    await page.locator('.run-result').getByText('Complete').waitFor();
    expect(tenant.users.findByUsername('nadia.berg')?.id).toBe(id);
    await page.locator('.traffic .unfolding').nth(2).waitFor();
  });

  test('that fails leads to the line of its cause', async () => {
    const { page } = await openConsole();
    await page.getByRole('combobox', { name: 'Flow' }).selectOption('disable');
    await page.getByLabel('Identity').fill('nobody');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.locator('.run-result .problem a').click();
    await page.getByRole('heading', { name: 'DisableAccountJSON.json' }).waitFor();
    await page.locator('.remark.error').waitFor();
  });

  test('of another client is told from the connector’s', async () => {
    const { page, simulator } = await openConsole();
    await panel(page, 'Tenant').getByText('api.service').first().waitFor();
    await fetch(`${simulator.url}/rest/v1/users`);
    await page.locator('.traffic').getByText('another client').waitFor();
  });
});

describe('a package', () => {
  test('that is brought as a file has its findings beside the lines that they speak of', async () => {
    const { page } = await openConsole();
    await page.getByLabel('Bring files').setInputFiles([await largePages()]);
    await panel(page, 'EIC side').getByText('ImportAccountEntJSON').first().waitFor();
    await page.getByRole('link', { name: /Package/ }).click();
    await page.getByRole('link', { name: /^ImportAccountEntJSON/ }).click();
    const line = page.locator('.source li', { hasText: 'page-size-above-cap' });
    expect(await line.locator('> code').innerText()).toContain('"batchSize": 100');
    expect(await line.locator('.remark').innerText()).toMatch(
      /error page-size-above-cap[\s\S]*mend\s*"batchSize": 50/,
    );
  });

  test('keeps its other connector JSONs when one is dropped, as often as it is', async () => {
    const { page } = await openConsole();
    await runFlow(page, 'import accounts');
    const { name, buffer } = await largePages();
    const drop = () =>
      page.evaluate(
        ([file, text]) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([text], file));
          document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
        },
        [name, buffer.toString()] as const,
      );
    for (const _ of [1, 2]) {
      await drop();
      await page.getByText('stands in for that of the package in use').waitFor();
    }
    await panel(page, 'EIC side').getByText('jama-connect + ImportAccountEntJSON').waitFor();
    await page.getByText('120 agree').waitFor();
    await page.getByRole('link', { name: /Package 1 finding/ }).waitFor();
    const choices = page.getByRole('combobox', { name: 'Package' }).getByRole('option');
    expect((await choices.allInnerTexts()).filter((text) => text.includes(' + '))).toHaveLength(1);

    await page.getByRole('button', { name: 'Reset' }).click();
    await page.getByText('120 only in the tenant').waitFor();
    await runFlow(page, 'import accounts');
    await page.getByText('50 only in the tenant').waitFor();
  });

  test('that is chosen leaves the calls of the runs before as they were told', async () => {
    const { page } = await openConsole();
    await runFlow(page, 'import accounts');
    const tags = page.locator('.traffic .eic-tag');
    await tags.nth(3).waitFor();
    const before = await tags.count();
    const files = [{ ...(await largePages()), name: 'mine.zip', buffer: await zipped() }];
    await page.getByLabel('Bring files').setInputFiles(files);
    await page.getByText('is chosen; the EIC side is new.').waitFor();
    await page.getByText('120 only in the tenant').waitFor();
    expect([await tags.count(), await page.getByText('another client').count()]).toEqual([before, 0]);
    await page
      .locator('.traffic .unfolding', { hasText: '/rest/v1/users' })
      .first()
      .locator('summary')
      .click();
    await page.getByRole('heading', { name: 'Templates' }).waitFor();
  });

  test('that is dropped as a zip is chosen', async () => {
    const { page } = await openConsole();
    await panel(page, 'Tenant').getByText('api.service').first().waitFor();
    const zip = await zipped('<b onmouseover=alert(1)>Mine');
    await page.evaluate(
      (bytes) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(bytes)], 'export.zip'));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
      },
      [...zip],
    );
    await panel(page, 'EIC side').getByText('<b onmouseover=alert(1)>Mine').waitFor();
  });

  test('that cannot be used is refused in words', async () => {
    const { page } = await openConsole();
    await page
      .getByLabel('Bring files')
      .setInputFiles([{ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{"a":') }]);
    await page
      .locator('.notice.refused')
      .getByText(/neither a zip nor JSON/)
      .waitFor();
  });

  test('of the shelf is chosen, and checked with every scenario', async () => {
    const { page } = await openConsole();
    await page.getByRole('link', { name: /Package/ }).click();
    await page.getByRole('combobox', { name: 'Package' }).selectOption('jama-connect');
    await page.getByRole('button', { name: 'Check every flow' }).click();
    await page.getByText(/0 findings; (\d+) of \1 scenarios did not fail/).waitFor();
  });
});

describe('what was done', () => {
  test('is said for a while, and no longer when something else is looked at', async () => {
    const { page } = await openConsole();
    await runFlow(page, 'import accounts');
    const said = page.getByRole('status').getByText('import accounts was started.');
    await said.waitFor();
    await page.getByRole('link', { name: /Package/ }).click();
    await page.getByRole('heading', { name: /\.json$/ }).waitFor();
    expect(await said.count()).toBe(0);
    await page.getByRole('link', { name: 'Live' }).click();
    await page.getByRole('button', { name: 'Expire all' }).click();
    await page.getByText('Every token is expired.').waitFor();
    await page.getByText('Every token is expired.').waitFor({ state: 'detached', timeout: 8000 });
  });
});

describe('the time line', () => {
  test.each([1280, 390])('at %d pixels has every label within the page', async (width) => {
    const { page } = await openConsole({ viewport: { width, height: 800 } });
    await runFlow(page, 'test connection');
    await page.getByRole('button', { name: '+1 h' }).click();
    await runFlow(page, 'import accounts');
    await page.locator('.time-line .token').nth(1).waitFor();
    const edges = await page
      .locator('.time-line text')
      .evaluateAll((texts) => texts.map((text) => text.getBoundingClientRect().right));
    expect(Math.max(...edges)).toBeLessThanOrEqual(width);
  });
});

describe('two tabs at once', () => {
  test('show the same, and either goes on where the other began', async () => {
    const { page, tab } = await openConsole();
    const other = await tab();
    await page.getByRole('button', { name: 'Step by step' }).click();
    await other.getByRole('button', { name: 'Next call' }).click();
    await page.locator('.waiting').getByText('/rest/oauth/token').waitFor();
    await other.getByRole('button', { name: 'Run to the end' }).click();
    for (const one of [page, other]) await one.getByText('120 agree').waitFor();
    expect(await page.locator('.traffic .unfolding').count()).toBe(
      await other.locator('.traffic .unfolding').count(),
    );
    await other.getByRole('button', { name: 'Reset' }).click();
    for (const one of [page, other]) await one.getByText('Run a flow, or call the tenant').waitFor();
  });

  test('of two tenants do not meet', async () => {
    const { page, tab } = await openConsole({ simulator: { tenants: ['alice'] } });
    const alice = await tab('#/live/alice');
    await runFlow(alice, 'import accounts');
    await alice.getByText('120 agree').waitFor();
    expect(await textOf(page, '.agreement')).toContain('0 agree');
    await page.getByRole('combobox', { name: 'Tenant' }).selectOption('alice');
    await page.getByText('120 agree').waitFor();
  });
});

describe('a page that is to be seen', () => {
  test('asks for nothing more, and shows at once what others do', async () => {
    const { page, simulator } = await openConsole();
    await panel(page, 'Tenant').getByText('api.service').first().waitFor();
    await page.getByText('12 only in the tenant').waitFor();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.waitForTimeout(2500);
    simulator.tenant.populate({ users: [{ username: 'late.comer' }] });
    simulator.tenant.faults.useNamed('server-error');
    await panel(page, 'Tenant').getByText('late.comer').first().waitFor({ timeout: 1500 });
    await page.getByText('121 only in the tenant').waitFor();
    await page.getByText('Faults in force').waitFor();
    await panel(page, 'Tenant')
      .getByRole('tab', { name: /^Licences/ })
      .click();
    await page.waitForTimeout(2500);
    expect(asked).toEqual([]);
  });

  test('says that its tenant was removed, and shows the one that comes in its place', async () => {
    const { page, simulator } = await openConsole({
      simulator: { tenants: ['training'] },
      hash: '#/live/training',
    });
    await panel(page, 'Tenant').getByText('api.service').first().waitFor();
    await simulator.deleteTenant('training');
    await page.getByText('There is no tenant "training".').waitFor();
    await simulator.createTenant('training', { users: 7 });
    await page.getByText('7 only in the tenant').waitFor();
    expect(await page.getByText('There is no tenant').count()).toBe(0);
  });

  test('comes back when its stream falls silent', async () => {
    const { page, simulator, address } = await openConsole();
    const line = await stallingLine(simulator.port);
    try {
      const far = await page.context().newPage();
      await far.goto(address.replace(String(simulator.port), String(line.port)));
      await far.getByText('12 only in the tenant').waitFor();
      line.stall();
      simulator.tenant.populate({ users: [{ username: 'late.comer' }] });
      await panel(far, 'Tenant').getByText('late.comer').first().waitFor({ timeout: 20_000 });
    } finally {
      line.close();
    }
  });
});

/** A way to a port whose streams can be stalled: they stay open, and nothing comes through any more. */
async function stallingLine(to: number) {
  const open = new Map<Socket, { isStream: boolean }>();
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    const kind = { isStream: false };
    far.on('data', (chunk) => {
      kind.isStream ||= String(chunk).includes('text/event-stream');
    });
    for (const one of [near, far]) {
      open.set(one, kind);
      one.on('error', () => undefined);
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    stall() {
      for (const [one, { isStream }] of open) if (isStream) one.unpipe().pause();
      for (const [one, { isStream }] of open) if (!isStream) one.destroy();
    },
    close() {
      server.close();
      for (const one of open.keys()) one.destroy();
    },
  };
}

describe('names that are markup', () => {
  test('are shown as they are and do nothing', async () => {
    const { page, simulator } = await openConsole();
    const name = '<script>alert(1)</script><img src=x onerror=alert(2)>';
    simulator.tenant.users.update(simulator.tenant.owner.id, { firstName: name, lastName: name });
    simulator.tenant.usergroups.update(simulator.tenant.usergroups.list()[0]?.id ?? 0, { name });
    await runFlow(page, 'import access');
    await panel(page, 'Tenant').getByText(name).first().waitFor();
    await panel(page, 'EIC side')
      .getByRole('tab', { name: /^Entitlements/ })
      .click();
    await panel(page, 'EIC side').getByText(name).first().waitFor();
    expect(await page.locator('img').count()).toBe(0);
  });
});

describe('the admin token', () => {
  test('is asked for from another machine, and kept in the tab alone', async () => {
    const { page, tab } = await openConsole({ host: ELSEWHERE, simulator: { adminToken: 'correct horse' } });
    const field = page.getByLabel('Admin token');
    await field.fill('wrong horse');
    await page.getByRole('button', { name: 'Open the console' }).click();
    await field.waitFor();
    await field.fill('correct horse');
    await page.getByRole('button', { name: 'Open the console' }).click();
    await runFlow(page, 'import accounts');
    await page.getByText('120 agree').waitFor();
    await page.reload();
    await page.getByText('120 agree').waitFor();
    const kept = await page.evaluate(() => [JSON.stringify(localStorage), document.cookie]);
    expect(kept.join()).not.toContain('correct horse');
    await (await tab()).getByLabel('Admin token').waitFor();
  });
});

describe('the keyboard', () => {
  test('moves between tabs, runs a flow and unfolds a call', async () => {
    const { page } = await openConsole();
    const users = panel(page, 'Tenant').getByRole('tab', { name: /^Users/ });
    await users.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('End');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Licences');
    await page.keyboard.press('ArrowRight');
    expect(await users.getAttribute('aria-selected')).toBe('true');
    await page.getByRole('combobox', { name: 'Flow' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('120 agree').waitFor();
    await page.locator('.unfolding summary').first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Response' }).waitFor();
  });

  test('reaches what brings files and folders, shows where it is, and opens them', async () => {
    const { page } = await openConsole();
    await page.getByRole('combobox', { name: 'Package' }).focus();
    for (const name of ['Bring files', 'Bring a folder']) {
      await page.keyboard.press('Tab');
      const label = page.locator('label.button', { hasText: name });
      expect(await label.evaluate((one) => one.contains(document.activeElement))).toBe(true);
      expect(await label.evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('solid');
      const asked = page.waitForEvent('filechooser');
      await page.keyboard.press('Enter');
      await asked;
    }
  });
});

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each([1280, 390])(
    'at %d pixels axe finds nothing, and nothing is wider than the page',
    async (width) => {
      const { page } = await openConsole({ viewport: { width, height: 800 }, colorScheme: theme });
      const judge = async () => {
        expect(await axeViolations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      };
      await panel(page, 'Tenant').getByText('api.service').first().waitFor();
      await judge();
      await page.getByLabel('Fault of the catalogue').selectOption('throttled');
      await page.getByRole('button', { name: 'Use', exact: true }).click();
      await runFlow(page, 'import accounts');
      await page.getByRole('button', { name: 'Take snapshot' }).click();
      await page.locator('.unfolding summary').first().click();
      await page.getByRole('heading', { name: 'Response' }).waitFor();
      await page.getByRole('combobox', { name: 'Flow' }).selectOption('add-access');
      await page.getByRole('button', { name: 'Step by step' }).click();
      await page.locator('.waiting').waitFor();
      await judge();
      for (const name of [
        /^Groups/,
        /^Tokens/,
        /^Licences/,
        /^Entitlements/,
        /^Identities/,
        /^Tasks/,
        /^Jobs/,
      ]) {
        await page.getByRole('tab', { name }).click();
        await judge();
      }
      await page.getByRole('button', { name: 'Back to before' }).click();
      await page.getByLabel('Bring files').setInputFiles([await largePages()]);
      await page.getByRole('link', { name: /Package/ }).click();
      await page.locator('.remark').first().waitFor();
      await judge();
    },
  );
});

describe('the theme switch', () => {
  test('outlasts a reload', async () => {
    const { page } = await openConsole({ colorScheme: 'light' });
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.reload();
    expect(await ground()).toBe(dark);
  });
});
