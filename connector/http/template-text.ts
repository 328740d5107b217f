import { type At, ConnectorFailure } from '../failure.js';
import { problem } from '../problem.js';
import {
  type Bindings,
  boundPaths,
  compileTemplate,
  type Template,
  type TemplateEnvironment,
  TemplateError,
} from '../template/index.js';

/** A text of a connector JSON that may hold expressions. */
export interface TemplateText {
  readonly at: At;
  readonly text: string;
  /** Whether it goes through the engine at all. */
  readonly live: boolean;
  /** The names at the start of its paths, such as `user`; empty when it cannot be compiled. */
  roots(): ReadonlySet<string>;
  /** What its paths are bound to; empty when it cannot be compiled. */
  bound(bindings: Bindings): Readonly<Record<string, string>>;
  /** @throws ConnectorFailure with the offsets of what failed */
  render(bindings: Bindings, environment: TemplateEnvironment): string;
}

function templateFailure(error: unknown, at: At, when: 'compile' | 'render'): ConnectorFailure {
  if (!(error instanceof TemplateError)) throw error;
  const compile = when === 'compile';
  return new ConnectorFailure(
    problem({
      code: compile ? 'template-invalid' : 'template-failed',
      message: `${error.expression === '' ? 'The template' : error.expression} ${
        compile ? 'cannot be compiled' : 'failed'
      }: ${error.groovyClass}: ${error.message}`,
      remedy:
        error.remedy ??
        (compile
          ? 'Mend the expression; every ${ needs its }, and quotes inside it are best single ones.'
          : 'Guard the expression against this value, such as with ?. or a ternary.'),
      document: at.document,
      pointer: at.pointer,
      start: error.start,
      end: error.end,
    }),
  );
}

/** Makes a text ready; it is compiled when it is first needed, and only once. */
export function templateText(at: At, text: string, live: boolean): TemplateText {
  let compiled: Template | ConnectorFailure | undefined;
  const template = (): Template => {
    if (compiled === undefined) {
      try {
        compiled = compileTemplate(text);
      } catch (error) {
        compiled = templateFailure(error, at, 'compile');
      }
    }
    if (compiled instanceof ConnectorFailure) throw compiled;
    return compiled;
  };
  const references = () => {
    if (!live) return [];
    try {
      return template().references;
    } catch {
      return [];
    }
  };
  return {
    at,
    text,
    live,
    roots: () => new Set(references().map(({ root }) => root)),
    bound: (bindings) => boundPaths(references(), bindings),
    render(bindings, environment) {
      if (!live) return text;
      const ready = template();
      try {
        return ready.render(bindings, environment);
      } catch (error) {
        throw templateFailure(error, at, 'render');
      }
    },
  };
}
