import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeViolations, openConsole, runFlow } from './setup.js';

const LESSON = '#/lessons/jama/';
const lesson = (page: Page) => page.locator('aside.lesson-panel');
const reached = (page: Page) => page.locator('.steps > .reached');
const editor = (page: Page) => page.getByRole('textbox', { name: /^Text of/ });

async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await page.getByRole('button', { name: 'Begin again' }).waitFor();
}

/** Waits until so many steps are reached. */
async function steps(page: Page, count: number): Promise<void> {
  await reached(page)
    .nth(count - 1)
    .waitFor();
  expect(await reached(page).count()).toBe(count);
}

/** Replaces a part of the text that is being edited, by selecting it and typing. */
async function type(page: Page, wrong: string, right: string): Promise<void> {
  await editor(page).evaluate((field, part) => {
    const { value } = field as HTMLTextAreaElement;
    const at = value.indexOf(part);
    (field as HTMLTextAreaElement).focus();
    (field as HTMLTextAreaElement).setSelectionRange(at, at + part.length);
  }, wrong);
  await page.keyboard.type(right);
}

describe('the list of lessons', () => {
  test('shows ten lessons, and what is done', async () => {
    const { page } = await openConsole();
    await page.getByRole('link', { name: /^Lessons/ }).click();
    await page.getByText('Done: 0 of 10.').waitFor();
    expect(await page.locator('.lesson-list li').count()).toBe(10);
    await page.getByRole('link', { name: /The first import/ }).click();
    await begin(page);
    await runFlow(page, 'import accounts');
    await steps(page, 1);
    await page.getByRole('link', { name: 'All lessons' }).click();
    await page.locator('.lesson-list li', { hasText: 'The first import' }).getByText('step 2 of 2').waitFor();
  });
});

describe.each([1280, 390])('a lesson that is begun at %d pixels', (width) => {
  test('folds what it is about, and shows its step', async () => {
    const { page } = await openConsole({
      hash: `${LESSON}first-import`,
      viewport: { width, height: 700 },
    });
    const about = lesson(page).getByText('125 identities and no account yet');
    await about.waitFor();
    await begin(page);
    await about.waitFor({ state: 'hidden' });
    const current = page.locator('.steps .current');
    await current.waitFor();
    await page.waitForTimeout(300);
    const box = await current.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(700);
    await lesson(page).getByText('What it is about').click();
    await about.waitFor();
    await page.getByRole('button', { name: 'Begin again' }).click();
    await about.waitFor({ state: 'hidden' });
  });
});

describe('a lesson by clicks', () => {
  test('ticks its steps off as they are reached, says so aloud, and leads to the next lesson', async () => {
    const { page } = await openConsole();
    await page.getByRole('link', { name: /^Lessons/ }).click();
    await page.getByRole('link', { name: /The token/ }).click();
    await lesson(page).getByText('Step 1', { exact: true }).waitFor();
    expect(await page.locator('.steps .current').count()).toBe(0);
    await begin(page);
    expect(await page.locator('.steps .current').innerText()).toMatch(
      /wanted GET \/rest\/v1\/users\/current answered with 401\s*now no such call/,
    );
    await page.getByText('Where to look').first().click();
    await page.getByText('The call that waits is shown').waitFor();

    await page.getByRole('combobox', { name: 'Flow' }).selectOption('test connection');
    await page.getByRole('button', { name: 'Step by step' }).click();
    const next = page.getByRole('button', { name: 'Next call' });
    await page.locator('.waiting').getByText('/rest/v1/users/current').waitFor();
    await next.click();
    await steps(page, 1);
    await page.locator('.waiting').getByText('/rest/oauth/token').waitFor();
    await next.click();
    await steps(page, 2);
    const aloud = lesson(page).getByRole('status');
    expect(await aloud.innerText()).toBe('2 of 3 steps are reached.');
    await page.getByRole('button', { name: 'Run to the end' }).click();
    await steps(page, 3);
    await aloud.getByText('All 3 steps are reached: the lesson is done.').waitFor();
    await page.getByRole('link', { name: /^Lessons 1 of 10/ }).waitFor();

    await page.getByRole('button', { name: 'Begin again' }).click();
    await page.locator('.steps .current').waitFor();
    expect(await reached(page).count()).toBe(0);
  });

  test('offers the next lesson when it is done', async () => {
    const { page, tab } = await openConsole();
    await page.close();
    const own = await tab(`${LESSON}first-import`);
    await begin(own);
    for (const count of [1, 2]) {
      await runFlow(own, 'import accounts');
      await own.locator('.run-result', { hasText: `run ${count}` }).waitFor();
      await steps(own, count);
    }
    await own.getByRole('link', { name: 'Next lesson: Paging, and a package to repair' }).click();
    await own.getByRole('heading', { name: 'Paging, and a package to repair' }).waitFor();
    await own.getByRole('button', { name: 'Begin', exact: true }).waitFor();
  });

  test('has the learner’s own address and credentials in its commands, and a change by any client counts', async () => {
    const { page, simulator, tab } = await openConsole();
    await page.close();
    const own = await tab(`${LESSON}token`);
    await begin(own);
    const command = await lesson(own).locator('.steps pre').innerText();
    expect(command).toContain(`${new URL(simulator.url).origin}/jama/rest/oauth/token`);
    const [, client = ''] = /-u (\S+)/.exec(command) ?? [];
    await fetch(`${simulator.url}/rest/oauth/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(client).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    });
    await steps(own, 1);
  });
});

describe('the repair lesson by typing', () => {
  test('is done with findings, editor and runner', async () => {
    const { page: first, tab } = await openConsole();
    await first.close();
    const page = await tab(`${LESSON}paging`);
    await begin(page);
    await runFlow(page, 'import accounts');
    await steps(page, 1);

    await lesson(page).getByRole('link', { name: 'the package' }).click();
    const finding = page.locator('.source li', { hasText: 'page-size-above-cap' });
    expect(await finding.locator('> code').innerText()).toContain('"batchSize": 100');
    await page.getByRole('button', { name: /^Edit/ }).click();
    await type(page, '"batchSize": 100', '"batchSize": 50');
    await page.getByRole('button', { name: 'Save' }).click();
    await steps(page, 2);
    await page.getByRole('link', { name: /^Package 2 findings/ }).waitFor();

    await lesson(page).getByRole('link', { name: 'the live view' }).first().click();
    await runFlow(page, 'import accounts');
    await steps(page, 3);

    await lesson(page).getByRole('link', { name: 'the same JSON' }).click();
    await page.getByRole('button', { name: /^Edit/ }).click();
    await type(page, 'jobTitle', 'title');
    await page.keyboard.press('Control+s');
    await page.getByText('Nothing is found in what was saved.').waitFor();
    await lesson(page).getByRole('link', { name: 'the live view' }).first().click();
    await runFlow(page, 'import accounts');
    await steps(page, 4);

    await lesson(page).getByRole('link', { name: 'DisableAccountJSON' }).click();
    await page.getByRole('button', { name: /^Edit/ }).click();
    await type(page, '"POST"', '"PUT"');
    await page.keyboard.press('Control+s');
    await page.getByText('Nothing is found in what was saved.').waitFor();
    await lesson(page).getByRole('link', { name: 'the live view' }).last().click();
    await page.getByRole('combobox', { name: 'Flow' }).selectOption('disable');
    await page.getByLabel('Identity').fill('eldred.dibbert');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await steps(page, 5);
    await lesson(page).getByText('Done.', { exact: true }).waitFor();
  }, 90_000);
});

describe('the editor', () => {
  async function openEditor() {
    const opened = await openConsole();
    await opened.page.goto(`${opened.address}#/package/jama/CreateAccountJSON`);
    await opened.page.getByRole('button', { name: /^Edit/ }).click();
    await editor(opened.page).waitFor();
    return opened;
  }

  test('says where a text is no JSON, goes there, and keeps it while something else is looked at', async () => {
    const { page } = await openEditor();
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await type(page, '"call": [', '"call": [,');
    await page.getByRole('button', { name: 'Save' }).click();
    const trouble = page.getByRole('alert');
    expect(await trouble.innerText()).toMatch(/This is not JSON: line 3, column 12: .* Nothing was saved/);
    const caret = await editor(page).evaluate((field) => {
      const { value, selectionStart } = field as HTMLTextAreaElement;
      return [document.activeElement === field, value.slice(selectionStart, selectionStart + 1)];
    });
    expect(caret).toEqual([true, ',']);
    const written = await editor(page).inputValue();

    await page.getByRole('link', { name: 'ConfigJSON' }).click();
    await page.getByRole('heading', { name: 'ConfigJSON.json' }).waitFor();
    await page.getByRole('link', { name: 'Live' }).click();
    await page.locator('.live-view').waitFor();
    await page.getByRole('link', { name: /^Package/ }).click();
    await page.getByRole('link', { name: /^CreateAccountJSON not saved/ }).click();
    expect(await editor(page).inputValue()).toBe(written);
    await page.getByRole('button', { name: 'Discard' }).click();
    expect(await page.locator('.source').innerText()).not.toContain('[,');
  });

  test('tells when the package was changed elsewhere meanwhile, and saves over it only when asked', async () => {
    const { page, tab } = await openEditor();
    await type(page, '"name": "call1"', '"name": "mine"');
    const other = await tab('#/package/jama/ConfigJSON');
    await other.getByRole('button', { name: /^Edit/ }).click();
    await editor(other).press('End');
    await other.keyboard.type(' ');
    await other.keyboard.press('Control+s');
    await other.getByText(/ConfigJSON is saved/).waitFor();
    await page.getByText(/changed or another one was chosen since/).waitFor();
    expect(await editor(page).inputValue()).toContain('"name": "mine"');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/CreateAccountJSON is saved/).waitFor();
    await page
      .getByRole('combobox', { name: 'Package' })
      .getByText('jama-connect (edited)')
      .waitFor({ state: 'attached' });
  });

  test('keeps the covered secrets of a connection, and gives both downloads', async () => {
    const { page, address } = await openConsole();
    const secret = 'the-very-secret-of-alice';
    const text = JSON.stringify(
      { authentications: { acctAuth: { authType: 'oauth2', client_secret: secret } } },
      null,
      2,
    );
    await page
      .getByLabel('Bring files')
      .setInputFiles([
        { name: 'ConnectionJSON.json', mimeType: 'application/json', buffer: Buffer.from(text) },
      ]);
    await page.getByRole('region', { name: 'EIC side' }).getByText('ConnectionJSON').first().waitFor();
    await page.goto(`${address}#/package/jama/ConnectionJSON`);
    await page.getByRole('button', { name: /^Edit/ }).click();
    expect(await editor(page).inputValue()).toContain('•'.repeat(secret.length));
    await page.getByText('Dots cover secrets').waitFor();
    await type(page, '"oauth2"', '"Basic"');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/ConnectionJSON is saved/).waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    for (const [name, file] of [
      ['Download ConnectionJSON.json', 'ConnectionJSON.json'],
      ['Download the package', 'jama-connect + ConnectionJSON.zip'],
    ] as const) {
      const coming = page.waitForEvent('download');
      await page.getByRole('button', { name, exact: true }).click();
      const download = await coming;
      expect(download.suggestedFilename()).toBe(file);
      const content = (await readFile(await download.path())).toString('utf8');
      expect(content).not.toContain(secret);
      if (file.endsWith('.json'))
        expect(JSON.parse(content)).toHaveProperty(['authentications', 'acctAuth', 'authType'], 'Basic');
      else expect(content.slice(0, 2)).toBe('PK');
    }
  });
});

describe('two learners at once', () => {
  test('take their lessons on two tenants and do not disturb each other', async () => {
    const { page: first, tab } = await openConsole({ simulator: { tenants: ['alice'] } });
    await first.close();
    const [jama, alice] = await Promise.all([tab(`${LESSON}paging`), tab('#/lessons/alice/paging')]);
    await Promise.all([begin(jama), begin(alice)]);
    await runFlow(alice, 'import accounts');
    await steps(alice, 1);
    await alice.goto(`${alice.url().split('#')[0]}#/package/alice/ImportAccountEntJSON`);
    await alice.getByRole('button', { name: /^Edit/ }).click();
    await type(alice, '"batchSize": 100', '"batchSize": 50');
    await alice.keyboard.press('Control+s');
    await steps(alice, 2);
    expect(await reached(jama).count()).toBe(0);
    await jama.getByText('now 0 accounts').waitFor();
    await runFlow(jama, 'import accounts');
    await steps(jama, 1);
    await jama.getByText('70 agree').waitFor();
    await jama.getByRole('link', { name: /^Package 3 findings/ }).waitFor();
    await jama.getByRole('combobox', { name: 'Tenant' }).selectOption('alice');
    await jama.locator('.lesson-list li', { hasText: 'Paging' }).getByText('step 3 of 5').waitFor();
  }, 90_000);
});

describe('the keyboard', () => {
  test('opens a lesson, begins it, and goes through its steps', async () => {
    const { page } = await openConsole();
    await page.getByRole('link', { name: /^Lessons/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /The first import/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Begin', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Begin again' }).waitFor();
    await page.locator('.lesson-text summary').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.lesson-text').getAttribute('open')).not.toBeNull();
    await page.keyboard.press('Enter');
    expect(await page.locator('.lesson-text').getAttribute('open')).toBeNull();
    await page.getByRole('combobox', { name: 'Flow' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await steps(page, 1);
    await page.goto(`${page.url().split('#')[0]}#/package/jama/ConfigJSON`);
    await page.getByRole('button', { name: /^Edit/ }).focus();
    await page.keyboard.press('Enter');
    await editor(page).waitFor();
    expect(await editor(page).evaluate((field) => document.activeElement === field)).toBe(true);
    // Tab leaves the field: nobody is caught in it.
    await page.keyboard.press('Tab');
    expect(await editor(page).evaluate((field) => document.activeElement === field)).toBe(false);
  });
});

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each([1280, 390])(
    'at %d pixels axe finds nothing in lessons and editor, and nothing is wider than the page',
    async (width) => {
      const { page, address } = await openConsole({ viewport: { width, height: 800 }, colorScheme: theme });
      const judge = async () => {
        expect(await axeViolations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        if (width === 1280)
          expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(800);
      };
      await page.getByRole('link', { name: /^Lessons/ }).click();
      await page.locator('.lesson-list li').first().waitFor();
      await judge();
      for (const id of ['token', 'paging']) {
        await page.goto(`${address}${LESSON}${id}`);
        await page.getByRole('button', { name: 'Begin', exact: true }).waitFor();
        await judge();
      }
      await begin(page);
      await runFlow(page, 'import accounts');
      await steps(page, 1);
      await page.getByText('Where to look').first().click();
      await judge();
      await lesson(page).getByRole('link', { name: 'the package' }).click();
      await page.locator('.remark').first().waitFor();
      await judge();
      await page.getByRole('button', { name: /^Edit/ }).click();
      await editor(page).waitFor();
      await judge();
      await type(page, '"batchSize": 100', '"batchSize": 50,');
      await page.keyboard.press('Control+s');
      await page.getByRole('alert').waitFor();
      await judge();
      await type(page, '"batchSize": 50,,', '"batchSize": 50,');
      await page.keyboard.press('Control+s');
      await steps(page, 2);
      await judge();
    },
    90_000,
  );
});
