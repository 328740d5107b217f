import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, expect } from '@jest/globals';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { workbenchOf } from '../../cli/workbench-of.js';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../mock-server/index.js';

const root = resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

/** A page of the console, and the simulator that serves it. */
export interface ConsoleUnderTest {
  readonly simulator: Simulator;
  readonly page: Page;
  readonly address: string;
  /** One more tab of the same person. */
  tab(hash?: string): Promise<Page>;
}

export interface ConsoleOptions extends BrowserContextOptions {
  readonly simulator?: SimulatorOptions;
  /** The host that the console is opened under; it leads to this machine. */
  readonly host?: string;
  /** What stands behind the address of the first page. */
  readonly hash?: string;
}

/** Stands for another machine: Chromium is told that it lies here. */
export const ELSEWHERE = 'sim.example';

const CHROMIUMS = [
  process.env.JAMA_SIM_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

let browser: Browser | undefined;
const closing: (() => Promise<void>)[] = [];
/** What no page may do: complain in the console, throw, or ask for anything of another machine. */
let misdeeds: string[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  const seen = misdeeds;
  misdeeds = [];
  expect(seen).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  browser = undefined;
});

async function launched(): Promise<Browser> {
  const executablePath = CHROMIUMS.find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined)
    throw new Error('There is no Chromium: apt-get install chromium, or set JAMA_SIM_CHROMIUM.');
  browser ??= await chromium.launch({
    executablePath,
    args: ['--no-sandbox', `--host-resolver-rules=MAP ${ELSEWHERE} 127.0.0.1`],
  });
  return browser;
}

/** Starts a simulator with the console as `start` does, and opens a page of it. */
export async function openConsole(options: ConsoleOptions = {}): Promise<ConsoleUnderTest> {
  const { simulator: choices, host = '127.0.0.1', hash = '', ...context } = options;
  const simulator: Simulator = await startSimulator({
    clientId: 'console-under-test',
    clientSecret: 'a-secret-of-the-test',
    ...choices,
    pages: [{ path: '/__console', folders: [join(root, 'console'), join(root, 'dist/console')] }],
    extensions: [workbenchOf(() => simulator)],
  });
  closing.push(() => simulator.stop());
  const person = await (await launched()).newContext({
    viewport: { width: 1280, height: 720 },
    ...context,
  });
  closing.push(() => person.close());
  const address = `http://${host}:${simulator.port}/__console/`;

  async function tab(hash = ''): Promise<Page> {
    const page = await person.newPage();
    watch(page, new URL(address).host);
    await page.goto(address + hash);
    return page;
  }
  return { simulator, address, tab, page: await tab(hash) };
}

/** Opens a file as a page; it may ask for nothing else. */
export async function openFile(file: string, context: BrowserContextOptions = {}): Promise<Page> {
  const person = await (await launched()).newContext({ viewport: { width: 1280, height: 720 }, ...context });
  closing.push(() => person.close());
  const page = await person.newPage();
  const address = pathToFileURL(file).href;
  watch(page, '');
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== address) misdeeds.push(`asked for ${request.url()}`);
  });
  await page.goto(address);
  return page;
}

function watch(page: Page, host: string): void {
  page.on('pageerror', (error) => misdeeds.push(`threw ${error.message}`));
  page.on('dialog', (dialog) => misdeeds.push(`opened a dialog: ${dialog.message()}`));
  page.on('console', (message) => {
    // Chromium itself notes every refused request; what the page makes of it is what counts.
    if (['error', 'warning'].includes(message.type()) && !/status of 4\d\d/.test(message.text()))
      misdeeds.push(`${message.type()}: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.host !== host) misdeeds.push(`asked for ${request.url()}`);
  });
}

/** What axe finds wrong with a page as it is now, a line each. */
export async function axeViolations(page: Page): Promise<string[]> {
  const { source } = require('axe-core') as { readonly source: string };
  await page.evaluate(source);
  const { violations } = (await page.evaluate('axe.run()')) as {
    readonly violations: readonly {
      readonly id: string;
      readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
    }[];
  };
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}

/** Runs a flow whole and waits for its end. */
export async function runFlow(page: Page, flow: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Flow' }).selectOption(flow);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.locator('.run-result', { hasText: flow }).waitFor();
}
