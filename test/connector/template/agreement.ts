import {
  evaluateCases,
  type TemplateCaseResult,
  type TemplateEnvironment,
} from '../../../connector/index.js';

/** What Groovy did with a template. */
export interface GroovyCase {
  readonly id: string;
  readonly group: string;
  readonly template: string;
  readonly bindings?: Readonly<Record<string, unknown>>;
  readonly kind?: string;
  readonly expect: {
    readonly text?: string;
    readonly error?: string;
    readonly message?: string;
    /** Java worded the message; it differs by Java version. */
    readonly jdk?: boolean;
    /** Must end in an error, whichever. */
    readonly refused?: boolean;
  };
}

export const environment: TemplateEnvironment = {
  now: () => Date.UTC(2026, 0, 15, 12),
  random: () => 0.25,
  timeZone: 'UTC',
  locale: 'en-US',
};

/** Cases where we and Groovy differ, as lines to read. */
export function disagreements(cases: readonly GroovyCase[]): string[] {
  const results = evaluateCases(cases, environment);
  return cases.flatMap((one, i) => {
    const result = results[i];
    if (result !== undefined && agrees(one, result)) return [];
    return [
      `${one.id}  ${one.template}\n  Groovy ${JSON.stringify(one.expect)}\n  we     ${JSON.stringify(result)}`,
    ];
  });
}

function agrees({ expect, kind }: GroovyCase, result: TemplateCaseResult): boolean {
  if (expect.refused === true)
    return 'error' in result || (kind === 'exhaustion' && result.text !== undefined);
  if (expect.text !== undefined) return 'text' in result && result.text === expect.text;
  if (!('error' in result) || result.error !== expect.error) return false;
  if (expect.error === 'TemplateSyntax' || expect.jdk === true) return true;
  return firstLine(result.message) === expect.message;
}

function firstLine(message: string): string {
  return (message.split('\n').find((line) => line.trim() !== '') ?? '').trim();
}
