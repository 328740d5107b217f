import { readFile, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import {
  compileTemplate,
  createBindings,
  evaluateCases,
  type Template,
  type TemplateCase,
  type TemplateEnvironment,
  TemplateError,
} from '../../connector/index.js';
import { explanationText, templateErrorText } from '../eval-report.js';
import { UsageError } from '../failure.js';
import { useColor } from '../use-color.js';

interface EvalFlags {
  readonly bindings?: string;
  readonly explain?: boolean;
  readonly cases?: string;
  readonly output?: string;
  readonly timeZone: string;
}

/** `jama-sim eval TEMPLATE`: exit status 0 with the text, 1 when the template failed, 2 when the command cannot be used. */
export function evalCommand(): Command {
  return new Command('eval')
    .description('evaluate a template of a connector JSON and show its text, or where and why it fails')
    .argument('[template]', 'the template, in single quotes for the shell')
    .option('--bindings <file>', 'JSON object with the values the template can read')
    .option('--explain', 'show the value of every sub-expression')
    .option('--cases <file>', 'evaluate a JSON array of {id, template, bindings}')
    .option('--output <file>', 'with --cases: write the results to a file')
    .option('--time-zone <name>', 'time zone for dates', 'UTC')
    .action(async (template: string | undefined, flags: EvalFlags) => {
      const environment = realEnvironment(flags.timeZone);
      if (flags.cases !== undefined) return runCases(flags.cases, flags.output, environment);
      if (template === undefined) {
        throw new UsageError(
          'template-missing',
          'There is no template to evaluate.',
          "Give one in single quotes, such as jama-sim eval '${user.email}' --bindings user.json, or a file with --cases.",
        );
      }
      await runTemplate(template, flags, environment);
    });
}

function realEnvironment(timeZone: string): TemplateEnvironment {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw new UsageError(
      'time-zone-unknown',
      `There is no time zone "${timeZone}".`,
      'Give --time-zone a name such as Europe/Berlin, or UTC.',
    );
  }
  return { now: () => Date.now(), random: () => Math.random(), timeZone, locale: 'en-US' };
}

async function runCases(
  file: string,
  output: string | undefined,
  environment: TemplateEnvironment,
): Promise<void> {
  const cases = await readJson(file);
  if (!Array.isArray(cases) || !cases.every(isCase)) {
    throw new UsageError(
      'cases-invalid',
      `${file} does not hold an array of cases.`,
      'Each case is an object with "id" and "template", both texts, and "bindings", an object.',
    );
  }
  const results = `${JSON.stringify(evaluateCases(cases, environment), null, 1)}\n`;
  if (output === undefined) process.stdout.write(results);
  else await writeFile(output, results);
}

function isCase(value: unknown): value is TemplateCase {
  if (typeof value !== 'object' || value === null) return false;
  const { id, template, bindings = {} } = value as Partial<Record<keyof TemplateCase, unknown>>;
  return (
    typeof id === 'string' &&
    typeof template === 'string' &&
    typeof bindings === 'object' &&
    bindings !== null
  );
}

async function runTemplate(text: string, flags: EvalFlags, environment: TemplateEnvironment): Promise<void> {
  const values = flags.bindings === undefined ? {} : await readBindings(flags.bindings);
  try {
    const template = compileTemplate(text);
    if (flags.explain === true) explain(template, values, environment);
    else process.stdout.write(`${template.render(createBindings(values), environment)}\n`);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    fail(text, error);
  }
}

function explain(
  template: Template,
  values: Record<string, unknown>,
  environment: TemplateEnvironment,
): void {
  const explanation = template.explain(createBindings(values), environment);
  process.stdout.write(explanationText(explanation));
  if (explanation.error !== null) fail(template.text, explanation.error);
}

function fail(text: string, error: TemplateError): void {
  process.stderr.write(templateErrorText(text, error, useColor()));
  process.exitCode = 1;
}

async function readBindings(file: string): Promise<Record<string, unknown>> {
  const values = await readJson(file);
  if (typeof values === 'object' && values !== null && !Array.isArray(values)) return { ...values };
  throw new UsageError(
    'bindings-invalid',
    `${file} does not hold a JSON object.`,
    'Name the values at the top, such as {"user": {"firstname": "Ana"}}.',
  );
}

async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError('file-unreadable', `${file} cannot be read: ${reason}`, 'Check the path.');
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      'file-not-json',
      `${file} is not JSON: ${reason}`,
      'Mend the file at the place named.',
    );
  }
}
