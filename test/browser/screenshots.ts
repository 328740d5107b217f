import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { readPackage } from '../../connector/index.js';
import { checkPackage, reporters } from '../../contracts/index.js';
import { cleanPackage } from '../helpers/clean-package.js';
import { temporaryFolder } from '../helpers/temporary-package.js';
import { palettePng } from './palette-png.js';
import { openConsole, runFlow } from './setup.js';
import { terminalPage } from './terminal-page.js';

const root = resolve(import.meta.dirname, '../..');
const folder = resolve(root, 'docs/screenshots');
const themes = ['light', 'dark'] as const;

/** A moment that the pictures always show. */
const clock = { now: () => Date.UTC(2026, 0, 5, 8) };

/** The pictures of the console that the documentation shows: a name, and the way to what is to be seen. */
const views: readonly {
  readonly name: string;
  readonly open: (page: Page, width: number) => Promise<void>;
}[] = [
  {
    name: 'live',
    async open(page, width) {
      await bring(page, ['"batchSize": 50', '"batchSize": 100']);
      await runFlow(page, 'import accounts');
      await faded(page);
      await page.locator('.unfolding summary').first().click();
      await page.getByRole('heading', { name: 'Response' }).waitFor();
      if (width < 600) await page.locator('.between').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'step-by-step',
    async open(page, width) {
      await runFlow(page, 'import access');
      await page.getByRole('button', { name: '+1 h' }).click();
      await page.getByRole('combobox', { name: 'Flow' }).selectOption('create');
      await page.getByRole('button', { name: 'Step by step' }).click();
      for (const waiting of ['/rest/v1/users', '/rest/oauth/token']) {
        await page.locator('.waiting').getByText(waiting).waitFor();
        await page.getByRole('button', { name: 'Next call' }).click();
      }
      await page.locator('.waiting').getByText('"username"').waitFor();
      await faded(page);
      if (width < 600) await page.locator('.between').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'lesson',
    async open(page, width) {
      await page.goto(`${page.url().split('#')[0]}#/lessons/jama/first-import`);
      await page.getByRole('button', { name: 'Begin', exact: true }).click();
      await page.getByRole('button', { name: 'Begin again' }).waitFor();
      await runFlow(page, 'import accounts');
      await page.locator('.steps .reached').first().waitFor();
      await faded(page);
      if (width < 600) await page.locator('.steps').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'package',
    async open(page) {
      await bring(page, ['"batchSize": 50', '"batchSize": 100'], ['username~#~char', 'userName~#~char']);
      await page.getByRole('link', { name: /Package/ }).click();
      await page.locator('.remark').first().waitFor();
    },
  },
];

/** `npm run screenshots` writes the pictures that the documentation shows. */
describe.each(views)('the console: $name', ({ name, open }) => {
  test.each(([1280, 390] as const).flatMap((width) => themes.map((theme) => [width, theme] as const)))(
    '%d pixels, %s',
    async (width, theme) => {
      const { page } = await openConsole({
        viewport: { width, height: width === 1280 ? 800 : 844 },
        colorScheme: theme,
        simulator: { clock },
      });

      await open(page, width);

      await keep(`${name}-${width}-${theme}`, await page.screenshot({ animations: 'disabled' }), page);
    },
    90_000,
  );
});

describe('the terminal: a finding', () => {
  test.each(themes)(
    '%s',
    async (theme) => {
      const { page } = await openConsole({ deviceScaleFactor: 1.5, viewport: { width: 1000, height: 600 } });

      await page.goto('about:blank');
      await page.setContent(terminalPage(await firstFinding(), theme));

      await keep(`finding-${theme}`, await page.locator('pre').screenshot(), page);
    },
    60_000,
  );
});

/** Writes a picture with few colours. Chromium, which made it, also takes it apart, on a page that is not needed any more. */
async function keep(name: string, picture: Buffer, page: Page): Promise<void> {
  await page.goto('about:blank');
  const { width, height, pixels } = await page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const bytes = context?.getImageData(0, 0, image.width, image.height).data ?? [];
      let text = '';
      for (const byte of bytes) text += String.fromCharCode(byte);
      return { width: image.width, height: image.height, pixels: btoa(text) };
    },
    `data:image/png;base64,${picture.toString('base64')}`,
  );
  await mkdir(folder, { recursive: true });
  const file = resolve(folder, `${name}.png`);
  await writeFile(file, palettePng(Buffer.from(pixels, 'base64'), width, height));
}

/** What `jama-sim check` prints first of the clean package with a page size of 100, as it looks in a terminal. */
async function firstFinding(): Promise<string> {
  const texts = await cleanPackage();
  const wrong = `${texts.ImportAccountEntJSON}`.replace('"batchSize": 50', '"batchSize": 100');
  const given = await readPackage(await temporaryFolder({ ...texts, ImportAccountEntJSON: wrong }));
  const result = await checkPackage({ package: given, only: ['import-accounts'] });
  const report = reporters.pretty.render(result, {
    package: given,
    color: true,
    durationMs: 0,
  });
  return report.split(/\n\n {2}import/)[0] ?? report;
}

/** Brings the import of accounts and access with mistakes in it, and waits until they are counted. */
async function bring(page: Page, ...mistakes: readonly (readonly [string, string])[]): Promise<void> {
  const { ImportAccountEntJSON } = await cleanPackage();
  const text = mistakes.reduce((so, [right, wrong]) => so.replace(right, wrong), `${ImportAccountEntJSON}`);
  const file = { name: 'ImportAccountEntJSON.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.getByLabel('Bring files').setInputFiles([file]);
  await page.getByRole('link', { name: /Package [1-9]/ }).waitFor();
}

/** What is new on the page is marked for some seconds. */
async function faded(page: Page): Promise<void> {
  await page.waitForTimeout(6000);
}
