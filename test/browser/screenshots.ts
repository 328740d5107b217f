import { mkdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { test } from '@jest/globals';
import { openConsole, runFlow } from './setup.js';

const root = resolve(import.meta.dirname, '../..');
const folder = resolve(root, 'docs/screenshots');

/** A moment that the pictures always show. */
const clock = { now: () => Date.UTC(2026, 0, 5, 8) };

/** A package with a few mistakes, so that there is something to find. */
async function mistaken() {
  const text = await readFile(
    resolve(root, 'fixtures/packages/jama-connect/ImportAccountEntJSON.json'),
    'utf8',
  );
  const wrong = text
    .replace('"batchSize": 50', '"batchSize": 100')
    .replace('username~#~char', 'userName~#~char');
  return { name: 'ImportAccountEntJSON.json', mimeType: 'application/json', buffer: Buffer.from(wrong) };
}

/** `npm run screenshots` writes the pictures that the documentation shows. */
test.each(
  ([1280, 390] as const).flatMap((width) =>
    (['light', 'dark'] as const).map((theme) => [width, theme] as const),
  ),
)(
  '%d pixels, %s',
  async (width, theme) => {
    await mkdir(folder, { recursive: true });
    const { page } = await openConsole({
      viewport: { width, height: width === 1280 ? 800 : 844 },
      colorScheme: theme,
      simulator: { clock },
    });
    const picture = (name: string) =>
      page.screenshot({ path: resolve(folder, `${name}-${width}-${theme}.png`), animations: 'disabled' });
    const settled = () => page.waitForTimeout(6000);

    await runFlow(page, 'import access');
    await page.getByRole('button', { name: '+1 h' }).click();
    await page.getByRole('combobox', { name: 'Flow' }).selectOption('create');
    await page.getByRole('button', { name: 'Step by step' }).click();
    for (const waiting of ['/rest/v1/users', '/rest/oauth/token']) {
      await page.locator('.waiting').getByText(waiting).waitFor();
      await page.getByRole('button', { name: 'Next call' }).click();
    }
    await page.locator('.waiting').getByText('"username"').waitFor();
    await settled();
    if (width === 390) await page.locator('.between').scrollIntoViewIfNeeded();
    await picture('step-by-step');

    await page.getByRole('button', { name: 'Back to before' }).click();
    await page.getByRole('combobox', { name: 'Flow' }).waitFor();
    await page.getByLabel('Bring files').setInputFiles([await mistaken()]);
    await page.getByText('0 agree').first().waitFor();
    await runFlow(page, 'import accounts');
    await settled();
    await page.locator('.unfolding summary').first().click();
    await page.getByRole('heading', { name: 'Response' }).waitFor();
    if (width === 390) await page.locator('.traffic').scrollIntoViewIfNeeded();
    await picture('findings-live');

    await page.getByRole('link', { name: /Package/ }).click();
    await page.locator('.remark').first().waitFor();
    await picture('package');
  },
  90_000,
);
