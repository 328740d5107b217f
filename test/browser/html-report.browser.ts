import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { checkPackage, reporters } from '../../contracts/index.js';
import { mutate, swap, to } from '../contracts/mutants/mutant.js';
import { cleanPackage } from '../helpers/clean-package.js';
import { temporaryPackage } from '../helpers/temporary-package.js';
import { axeViolations, openFile } from './setup.js';

/** Enough for failed scenarios, passed ones, a long flow and more findings than a few. */
const only = ['token', 'access', 'import-accounts', 'import-51-groups', 'disable-account', 'create-account'];

let report: string;

beforeAll(async () => {
  const clean = await cleanPackage();
  const pagesTooLarge = mutate(
    clean,
    'ImportAccountEntJSON',
    '/accountParams/call/call1/pagination/offset/batchSize',
    to(100),
  );
  const broken = mutate(
    mutate(pagesTooLarge, 'DisableAccountJSON', '/call/0/httpMethod', to('POST')),
    'CreateAccountJSON',
    '/call/0/url',
    swap('/users', '/user'),
  );
  const connectionPackage = await temporaryPackage({ ...broken, RemoveAccessJSON: '' });
  const result = await checkPackage({ package: connectionPackage, only, now: () => 0 });
  const html = reporters.html.render(result, { package: connectionPackage });
  report = join(await mkdtemp(join(tmpdir(), 'jama-sim-')), 'report.html');
  await writeFile(report, html);
});

/** Opens every scenario, so that what is folded up is looked at as well. */
const unfold = (page: Awaited<ReturnType<typeof openFile>>) =>
  page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");

describe('the HTML report', () => {
  test.each(['light', 'dark'] as const)('is readable for everybody, %s', async (colorScheme) => {
    const page = await openFile(report, { colorScheme });

    expect(await axeViolations(page)).toEqual([]);
    await unfold(page);
    expect(await axeViolations(page)).toEqual([]);
  });

  test.each([390, 1280])('does not scroll sideways at %i px, whatever is unfolded', async (width) => {
    const page = await openFile(report, { viewport: { width, height: 800 } });
    await unfold(page);

    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    // Requests break into lines before they become small.
    const sizes = await page
      .locator('.request')
      .evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  });

  test('shows the errors before the scenarios', async () => {
    const page = await openFile(report);
    const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts();

    expect(headings[0]).toMatch(/^Errors \d+$/);
    expect(headings.at(-1)).toBe('Scenarios');
  });

  test('leads with the keyboard from the overview to a finding, to what it broke, and back', async () => {
    const page = await openFile(report);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const finding = page.locator('article:target');
    await finding.waitFor();

    await finding.locator('dd a').first().press('Enter');
    const scenario = page.locator('.scenario > div:target');
    await scenario.waitFor();
    await scenario.locator('a').first().press('Enter');

    await finding.waitFor();
    expect(await page.locator('.scenario[open]').count()).toBe(1);
  });

  test('a scenario unfolds with the keyboard and shows its requests in order', async () => {
    const page = await openFile(report);
    const scenario = page.locator('.scenario', { hasText: 'The first call fetches a token' });
    await scenario.locator('summary').press('Enter');

    expect(await scenario.locator('.request').allInnerTexts()).toEqual([
      expect.stringMatching(/^GET \/rest\/v1\/users\?/),
      'POST /rest/oauth/token',
      expect.stringMatching(/^GET \/rest\/v1\/users\?/),
    ]);
  });

  test('is printed light and unfolded', async () => {
    const page = await openFile(report, { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });

    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await page.locator('.scenario:not([open]) .request').first().isVisible()).toBe(true);
  });
});
