import { type Flow, flows } from '../../../contracts/index.js';
import type { RunStatus } from '../../api.js';
import {
  type Count,
  closed,
  condition,
  count,
  counted,
  inWords,
  isSo,
  same,
  text,
  together,
  yesNo,
} from './condition.js';

interface WantedRun {
  readonly flow: Flow | 'test connection';
  readonly status: RunStatus;
  readonly mode?: 'whole' | 'step';
  readonly identity?: string;
  readonly problem?: string;
}

/** A run of a flow on the bench. */
export const run = condition<WantedRun>({
  about:
    'a flow that was started since the lesson began: how it stands, whether whole or step by step, for whom, and the code of a problem it met',
  example: { flow: 'import accounts', status: 'waiting', mode: 'step' },
  schema: closed(
    {
      flow: { enum: ['test connection', ...flows] },
      status: { enum: ['running', 'waiting', 'ok', 'failed', 'not-possible'] },
      mode: { enum: ['whole', 'step'] },
      identity: text,
      problem: text,
    },
    ['flow', 'status'],
  ),
  look({ runs }, { flow, status, mode, identity, problem }) {
    const alike = runs.filter(
      ({ request }) =>
        request.flow === flow &&
        (mode === undefined || request.mode === mode) &&
        (identity === undefined || request.identity === identity),
    );
    const last = alike.at(-1);
    const met = last?.problems.map(({ code }) => code).join(', ');
    return {
      holds: alike.some(
        (one) =>
          one.status === status &&
          (problem === undefined || one.problems.some(({ code }) => code === problem)),
      ),
      wanted: [
        `a run of ${flow}`,
        mode === 'step' ? 'step by step' : '',
        identity === undefined ? '' : `for ${identity}`,
        `that is ${status}`,
        problem === undefined ? '' : `with ${problem}`,
      ]
        .filter(Boolean)
        .join(' '),
      seen: last === undefined ? 'no such run' : `it is ${last.status}${met ? ` with ${met}` : ''}`,
    };
  },
});

interface WantedPackage {
  readonly name?: string;
  readonly edited?: boolean;
}

/** The package that is chosen. */
export const chosen = condition<WantedPackage>({
  about: 'the package that is chosen: its name, and whether it is an edited copy',
  example: { name: 'jama-connect', edited: false },
  schema: closed({ name: text, edited: yesNo }),
  look({ package: facts }, { name, edited }) {
    const words = (is: boolean) => (is ? 'an edited package' : 'a package that is not edited');
    const isEdited = facts.origin === 'edited';
    return together([
      ...(name === undefined ? [] : [same('the package', name, facts.name)]),
      ...(edited === undefined
        ? []
        : [{ holds: isEdited === edited, wanted: words(edited), seen: words(isEdited) }]),
    ]);
  },
});

interface WantedFindings {
  readonly errors?: Count;
  readonly all?: Count;
  readonly without?: readonly string[];
}

/** What is wrong with the package that is chosen. */
export const findings = condition<WantedFindings>({
  about:
    'the findings of the package that is chosen: how many errors, how many in all, and codes of which there must be none',
  example: { errors: 0, without: ['page-size-above-cap'] },
  schema: closed({
    errors: count,
    all: count,
    without: { type: 'array', items: text, minItems: 1, maxItems: 50 },
  }),
  look({ findings: found }, { errors, all, without = [] }) {
    if (found === undefined) return { holds: false, wanted: 'the package read', seen: 'it is being read' };
    const severe = found.filter(({ severity }) => severity === 'error').length;
    const codes = new Set(found.map(({ code }) => code));
    return together([
      ...(errors === undefined
        ? []
        : [counted(errors, severe, 'finding of severity error', 'findings of severity error')]),
      ...(all === undefined ? [] : [counted(all, found.length, 'finding')]),
      ...without.map((code) => ({
        holds: !codes.has(code),
        wanted: `no finding ${code}`,
        seen: codes.has(code) ? 'there is one' : 'there is none',
      })),
    ]);
  },
});

interface WantedScenarios {
  readonly failed: Count;
}

/** How the whole check of the package ended. */
export const scenarios = condition<WantedScenarios>({
  about:
    'the whole check of the package that is chosen (Check every flow): that it was run, and how many scenarios failed',
  example: { failed: 0 },
  schema: closed({ failed: count }, ['failed']),
  look({ scenarios: told }, { failed }) {
    const found = told.filter(({ status }) => status === 'failed').length;
    return {
      holds: told.length > 0 && isSo(failed, found),
      wanted: `every flow checked, ${inWords(failed, 'scenario')} failed`,
      seen: told.length === 0 ? 'not checked' : `${inWords(found, 'scenario')} failed`,
    };
  },
});
