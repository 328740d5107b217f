import pc from 'picocolors';
import {
  countByGrade,
  countOf,
  type JudgedRule,
  type SeenContradiction,
  type VerifyReport,
} from './report.js';

type Paint = ReturnType<typeof pc.createColors>;

const width = 100;

/** The report of `jama-sim verify` for people: contradictions first, then what could not be told, then the figures. */
export function verifyPretty(report: VerifyReport, color: boolean): string {
  const paint = pc.createColors(color);
  const blocks = [
    ...report.rules.filter(({ verdict }) => verdict === 'contradicted').map((rule) => ruleBlock(rule, paint)),
    ...openApiBlock(report, paint),
    ...notTestableBlock(report.rules, paint),
    table(report, paint),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function ruleBlock({ id, grade, statement, contradictions }: JudgedRule, paint: Paint): string {
  return [
    `${paint.red('contradicted')}   ${paint.bold(id)}   ${paint.dim(grade)}`,
    row('ledger', statement, paint),
    ...contradictions.flatMap((one) => ['', ...seenRows(one, paint)]),
  ].join('\n');
}

function seenRows({ asks, asked, came, says, correctable }: SeenContradiction, paint: Paint): string[] {
  return [
    row('asked', asks, paint),
    ...asked.map((one) => row('', one, paint)),
    row('came', came, paint),
    ...(says === undefined ? [] : [row('expected', says, paint)]),
    ...(correctable ? [] : [row('mend', 'the simulator has no setting for this', paint)]),
  ];
}

function row(label: string, text: string, paint: Paint): string {
  return `   ${paint.dim(label.padEnd(8))}  ${text}`;
}

function openApiBlock({ openApi: { differing } }: VerifyReport, paint: Paint): string[] {
  if (differing.length === 0) return [];
  const lines = differing.flatMap(({ request, status, differences }) => [
    `   ${request}  -> ${status}`,
    ...differences.map((one) => `      ${one}`),
  ]);
  return [[`${paint.red('not as the OpenAPI document says')}`, ...lines].join('\n')];
}

function notTestableBlock(rules: readonly JudgedRule[], paint: Paint): string[] {
  const byReason = new Map<string, string[]>();
  for (const { id, verdict, reason = '' } of rules) {
    if (verdict === 'not-testable') byReason.set(reason, [...(byReason.get(reason) ?? []), id]);
  }
  if (byReason.size === 0) return [];
  const parts = [...byReason].flatMap(([reason, ids]) => [`   ${reason}`, ...wrapped(ids.join(', '), 6)]);
  return [[paint.yellow('not testable'), ...parts].join('\n')];
}

function wrapped(text: string, indent: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${' '.repeat(indent)}${word}`);
  }
  return lines;
}

function table(report: VerifyReport, paint: Paint): string {
  const { rules, openApi, requests, created, target, writes, interrupted } = report;
  const counts = [...countByGrade(rules), countOf('all', rules)];
  const cell = (value: number | string) => String(value).padStart(14);
  const differ = openApi.differing.length;
  return [
    `  ${''.padEnd(12)}${['confirmed', 'contradicted', 'not testable'].map(cell).join('')}`,
    ...counts.map(
      ({ grade, confirmed, contradicted, notTestable }) =>
        `  ${grade.padEnd(12)}${[confirmed, contradicted, notTestable].map(cell).join('')}`,
    ),
    '',
    `  OpenAPI       ${openApi.answers} answers, ${differ === 0 ? 'all as described' : paint.red(`${differ} kinds of them not as described`)}`,
    `  target        ${target}   ${requests} requests, ${writes ? 'with writes' : 'nothing was changed'}`,
    ...(writes
      ? [
          `  taken away    ${created.groupsDeleted} groups deleted, ${created.usersDeactivated} users made inactive (Jama cannot delete users)`,
          ...created.left.map((one) => `  ${paint.red('left')}          ${one}`),
        ]
      : []),
    ...(interrupted ? [`  ${paint.yellow('broken off')}    what was not asked is not testable`] : []),
  ].join('\n');
}
