import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '..');
const rooms = ['mock-server', 'connector', 'contracts', 'workbench', 'cli', 'console'];

/** Which rooms each room may import, and only through their index.ts. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'mock-server': [],
  connector: [],
  contracts: ['connector', 'mock-server'],
  workbench: ['contracts', 'connector', 'mock-server'],
  cli: ['workbench', 'contracts', 'connector', 'mock-server'],
  console: ['workbench', 'mock-server'],
};

describe('the rooms of the house', () => {
  test.each(rooms)('%s imports only what it may', (room) => {
    const wrong = sourceFiles(room).flatMap((file) =>
      importsOf(file)
        .filter((path) => path.startsWith('.'))
        .map((path) =>
          relative(root, resolve(dirname(file), path))
            .split(sep)
            .join('/'),
        )
        .filter(
          (path) =>
            !path.startsWith(`${room}/`) && !allowed[room]?.some((other) => path === `${other}/index.js`),
        )
        .map((path) => `${relative(root, file)} imports ${path}`),
    );

    expect(wrong).toEqual([]);
  });

  test('the console imports types alone: it speaks to the other rooms over HTTP', () => {
    const others = sourceFiles('console').flatMap((file) =>
      [
        ...readFileSync(file, 'utf8').matchAll(
          /^(?:import|export)\s(?!type\b)[^;]*from '((?:\.\.\/)+(?:workbench|mock-server)\/[^']*)'/gm,
        ),
      ].map(([, path]) => `${relative(root, file)} imports ${path}`),
    );
    expect(others).toEqual([]);
  });

  test('only one file of each room reads the real clock or chance', () => {
    const readers = ['mock-server', 'connector', 'contracts', 'workbench'].flatMap((room) =>
      sourceFiles(room).filter((file) =>
        /\bDate\.now\(|new Date\(\)|Math\.random\(/.test(withoutComments(file)),
      ),
    );

    expect(readers.map((file) => relative(root, file))).toEqual(['mock-server/tenant/real-clock.ts']);
  });

  test('there are no default exports', () => {
    const files = rooms.flatMap(sourceFiles);
    expect(files.filter((file) => /^export default/m.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});

function sourceFiles(room: string): string[] {
  return readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function importsOf(file: string): string[] {
  return ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles.map(({ fileName }) => fileName);
}

function withoutComments(file: string): string {
  return readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}
