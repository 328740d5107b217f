import { describe, expect, test } from '@jest/globals';
import { progressLine } from '../../cli/progress-line.js';

function terminal(isTTY: boolean, columns = 100) {
  const written: string[] = [];
  return { isTTY, columns, written, write: (text: string) => written.push(text) };
}

/** Three pages of 50 that arrive 250 ms apart. */
function importOf120(out: ReturnType<typeof terminal>, step = 250) {
  let time = 0;
  const line = progressLine(out, () => time);
  for (const [calls, records] of [
    [1, 50],
    [2, 100],
    [3, 120],
  ] as const) {
    time += step;
    line.update({ what: 'accounts', records, calls, total: 120 });
  }
  return line;
}

describe('the progress line', () => {
  test('is one line that is written over, with pages, records and a bar', () => {
    const out = terminal(true);
    const line = importOf120(out);
    expect(out.written).toHaveLength(3);
    expect(out.written.every((text) => text.startsWith('\r') && !text.includes('\n'))).toBe(true);
    expect(out.written[1]).toContain('page 2 of 3   100/120 accounts   [=================   ]');
    line.clear();
    expect(out.written.at(-1)).toBe('\r\u001b[2K');
  });

  test('counts calls when the target does not say how many records there are', () => {
    const out = terminal(true);
    let time = 0;
    const line = progressLine(out, () => time);
    time = 300;
    line.update({ what: 'links of Group', records: 700, calls: 9 });
    expect(out.written[0]).toContain('call 9   700 links of Group');
  });

  test('is never longer than the terminal is wide', () => {
    const out = terminal(true, 30);
    importOf120(out);
    for (const text of out.written) expect(text.replace('\r\u001b[2K', '').length).toBeLessThan(30);
  });

  test.each([
    ['the output is no terminal', false, 250],
    ['the import is over at once', true, 10],
  ])('writes nothing when %s', (_, isTTY, step) => {
    const out = terminal(isTTY);
    importOf120(out, step).clear();
    expect(out.written).toEqual([]);
  });
});
