import express, { type Request, type Router } from 'express';
import { packTransport } from '../connector/index.js';
import { ExtensionProblem } from '../mock-server/index.js';
import type { EditRequest } from './api.js';
import type { Bench } from './bench.js';
import { EDIT_SCHEMA, readBody } from './bodies.js';
import { EditProblem } from './edit-problem.js';
import { maskedPackage } from './masked-package.js';
import type { Shelf } from './shelf.js';

/** The chosen package of each tenant: to be read, checked, edited and taken away. */
export function packageRoutes(shelf: Shelf, benchOf: (request: Request) => Promise<Bench>): Router {
  const routes = express.Router();
  routes.get('/tenants/:tenant/package', async (request, response) => {
    const { facts } = (await benchOf(request)).chosen();
    response.json(await shelf.view(facts.id));
  });
  routes.post('/tenants/:tenant/package/check', async (request, response) => {
    const { facts } = (await benchOf(request)).chosen();
    response.json(await shelf.check(facts.id));
  });
  routes.get('/tenants/:tenant/package/zip', async (request, response) => {
    const bench = await benchOf(request);
    const { package: source } = bench.chosen().given;
    response.attachment(`${source.name}.zip`).type('application/zip');
    response.send(Buffer.from(packTransport(maskedPackage(source), bench.tenant.clock.now())));
  });
  routes.put('/tenants/:tenant/package/documents/:name', async (request, response) => {
    const { package: id, text } = readBody<EditRequest>(EDIT_SCHEMA, request.body);
    const bench = await benchOf(request);
    const before = bench.chosen();
    if (before.facts.id !== id)
      throw new ExtensionProblem(
        409,
        'package-changed',
        'Another package was chosen, or this one was saved elsewhere, since the text was opened. Open it again, and put your change into it.',
      );
    try {
      bench.change(() => shelf.edit(before, request.params.name, text, bench.tenant.name));
    } catch (error) {
      if (!(error instanceof EditProblem)) throw error;
      const { status, code, message: detail, line, column } = error;
      response.status(status).type('application/problem+json');
      response.send(JSON.stringify({ type: `about:blank#${code}`, code, status, detail, line, column }));
      return;
    }
    response.json(await shelf.view(bench.chosen().facts.id));
  });
  return routes;
}
