import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeViolations, type ConsoleUnderTest, ELSEWHERE, openConsole, runFlow } from './setup.js';

const TRAINER = 'the token of the trainer';
const ALICE = 'alices-token-and-no-other';
const BOB = 'bobs-token-and-no-other';

/** A class of two, reached from another machine; the first tab is the trainer's. */
const openClass = (): Promise<ConsoleUnderTest> =>
  openConsole({
    host: ELSEWHERE,
    hash: `#/class?token=${encodeURIComponent(TRAINER)}`,
    simulator: {
      tenants: ['alice', 'bob'],
      adminToken: TRAINER,
      limitedTokens: [
        { token: ALICE, tenants: ['alice'] },
        { token: BOB, tenants: ['bob'] },
      ],
    },
  });

const link = (tenant: string, token: string): string => `#/live/${tenant}?token=${token}`;
const row = (page: Page, tenant: string) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: tenant }) });
/** The status with which the tab itself is answered. */
const statusFor = (page: Page, path: string): Promise<number> =>
  page.evaluate(
    async (asked) =>
      (
        await fetch(asked, {
          headers: { authorization: `Bearer ${sessionStorage.getItem('jama-sim-admin-token')}` },
        })
      ).status,
    path,
  );

describe('a trainee’s link', () => {
  test('opens the console of their tenant alone; the token leaves the address', async () => {
    const { tab } = await openClass();
    const alice = await tab(link('alice', ALICE));
    await alice.getByText('12 only in the tenant').waitFor();
    expect(new URL(alice.url()).hash).toBe('#/live/alice');
    const tenants = alice.getByRole('combobox', { name: 'Tenant' }).getByRole('option');
    expect(await tenants.allInnerTexts()).toEqual(['alice']);
    expect(await alice.getByRole('link', { name: 'Class' }).count()).toBe(0);
    expect(await alice.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(ALICE);

    expect(await statusFor(alice, '/__admin/tenants/alice')).toBe(200);
    expect(await statusFor(alice, '/__admin/tenants/bob')).toBe(403);
    expect(await statusFor(alice, '/__workbench/tenants/bob')).toBe(403);
    expect(await statusFor(alice, '/__workbench/tenants/bob/events')).toBe(403);
    expect(await statusFor(alice, '/__workbench/overview')).toBe(403);
  });

  test('leads to their own tenant, whatever else the address names', async () => {
    const { tab } = await openClass();
    const alice = await tab(link('bob', ALICE));
    await alice.getByText('12 only in the tenant').waitFor();
    expect(await alice.getByRole('combobox', { name: 'Tenant' }).inputValue()).toBe('alice');
    await alice.evaluate(() => {
      location.hash = '#/class';
    });
    await alice.getByText('this token is for alice alone').waitFor();
  });

  test('two at one browser do not mix, and a link that is opened in a tab of another takes it over', async () => {
    const { tab, simulator, address } = await openClass();
    const alice = await tab(link('alice', ALICE));
    const bob = await tab(link('bob', BOB));
    await runFlow(alice, 'import accounts');
    await runFlow(bob, 'test connection');
    await alice.getByText('120 agree').waitFor();
    const [, first, second] = simulator.tenants().map(({ tenant }) => tenant);
    expect([first?.traffic.count(), second?.traffic.count()]).toEqual([5, 3]);
    await alice.reload();
    await alice.getByText('120 agree').waitFor();

    await alice.goto(address + link('bob', BOB));
    await alice.locator('.run-result').getByText('test connection').waitFor();
    expect(new URL(alice.url()).hash).toBe('#/live/bob');
    expect(await statusFor(alice, '/__admin/tenants/alice')).toBe(403);
  });

  test('that nobody gave out is answered with the question for another', async () => {
    const { tab } = await openClass();
    const stranger = await tab(link('alice', 'of-another-class'));
    await stranger.getByRole('button', { name: 'Open the console' }).waitFor();
    await stranger.getByText('open the link that you were given once more').waitFor();
    await stranger.getByRole('alert').getByText('The token was refused').waitFor();
    expect(await axeViolations(stranger)).toEqual([]);
    expect(await (await tab()).getByRole('alert').count()).toBe(0);
  });
});

describe('the trainer’s overview', () => {
  test('has each name on one line', async () => {
    const tenants = ['trainee-01', 'trainee-02'];
    const { page } = await openConsole({
      hash: '#/class',
      simulator: { tenants },
      viewport: { width: 900, height: 700 },
    });
    for (const name of tenants) {
      const box = await page.getByRole('link', { name }).boundingBox();
      expect(box?.height).toBeLessThan(30);
    }
  });

  test('follows two trainees at once, and leads to their consoles', async () => {
    const { page, tab } = await openClass();
    await row(page, 'alice').getByText('not opened').waitFor();
    const alice = await tab(link('alice', ALICE));
    const bob = await tab(link('bob', BOB));
    await runFlow(alice, 'import accounts');
    await row(page, 'alice').getByText('12 groups not imported yet').waitFor();
    await runFlow(alice, 'import access');
    await bob.getByRole('combobox', { name: 'Flow' }).selectOption('import accounts');
    await bob.getByRole('button', { name: 'Step by step' }).click();
    await row(page, 'alice').getByText('both agree').waitFor();
    await row(page, 'alice').getByText('ok', { exact: true }).waitFor();
    await row(page, 'bob').getByText('waiting').waitFor();
    await page.getByText('2 of 2 have opened their console, 1 made a call').waitFor();

    await page.getByRole('link', { name: 'bob' }).click();
    await page.locator('.waiting').getByText('/rest/v1/users').waitFor();
    await page.getByRole('link', { name: 'Class' }).click();
    await row(page, 'bob').waitFor();
  });

  test('resets one, and all, once that was confirmed; a console that is open goes on', async () => {
    const { page, tab, simulator } = await openClass();
    const alice = await tab(link('alice', ALICE));
    const bob = await tab(link('bob', BOB));
    for (const trainee of [alice, bob]) await runFlow(trainee, 'create');
    const users = () =>
      simulator
        .tenants()
        .slice(1)
        .map(({ tenant }) => tenant.users.list().length);
    expect(users()).toEqual([121, 121]);

    await page.getByRole('button', { name: 'Reset alice' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Reset alice?' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(users()).toEqual([121, 121]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Reset alice');

    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Reset', exact: true }).click();
    await page.getByText('alice begins anew.').waitFor();
    expect(users()).toEqual([120, 121]);
    await alice.getByText('120 only in the tenant').waitFor();
    await runFlow(alice, 'import accounts');
    await alice.getByText('120 agree').waitFor();

    await page.getByRole('button', { name: 'Reset all' }).click();
    await page.getByRole('button', { name: 'Reset 2 trainees' }).click();
    await page.getByText('all 2 trainees begin anew.').waitFor();
    expect(users()).toEqual([120, 120]);
    await bob.getByText('120 only in the tenant').waitFor();
  });

  test('stands in the order that is asked for', async () => {
    const { page, simulator } = await openClass();
    await fetch(`${new URL(simulator.url).origin}/alice/rest/v1/users`);
    await row(page, 'alice').getByText('401').waitFor();
    const names = () => page.locator('.class-table tbody th').allInnerTexts();
    expect(await names()).toEqual(['alice', 'bob']);
    await page.getByRole('combobox', { name: 'Order' }).selectOption('longest without a call');
    expect(await names()).toEqual(['bob', 'alice']);
  });

  test.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)('has nothing that axe finds at %d pixels, %s, and fits', async (width, theme) => {
    const { page, tab } = await openClass();
    const alice = await tab(link('alice', ALICE));
    await runFlow(alice, 'import access');
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: theme });
    await row(page, 'alice').getByText('both agree').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.getByRole('button', { name: 'Reset alice' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });
});
