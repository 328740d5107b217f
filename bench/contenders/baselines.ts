import type { Contender } from './contender.js';
import { noHeaders } from './contender.js';

/** Programs that send the bytes of one file and do nothing else. */
const NODE = `
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
const [file, port] = process.argv.slice(1);
const page = readFileSync(file);
const headers = { 'content-type': 'application/json', 'content-length': page.length };
createServer((request, response) => response.writeHead(200, headers).end(page)).listen(Number(port), '127.0.0.1');
`;

const EXPRESS = `
import { readFileSync } from 'node:fs';
import express from 'express';
const [file, port] = process.argv.slice(1);
const page = JSON.parse(readFileSync(file, 'utf8'));
const app = express();
app.get('/page', (request, response) => response.json(page));
app.listen(Number(port), '127.0.0.1');
`;

/** node:http alone, and an Express 5 application as its documentation starts one, with the page in `file`. */
export function baselines(file: string, port: number): Contender[] {
  const program = (name: string, does: string, source: string, at: number): Contender => ({
    name,
    does,
    command: process.execPath,
    args: ['--input-type=module', '-e', source, file, String(at)],
    port: at,
    path: '/page',
    headers: noHeaders,
  });
  return [
    program('bare node:http', 'nothing: one buffer', NODE, port),
    program('bare Express 5', 'res.json of one object', EXPRESS, port + 1),
  ];
}
