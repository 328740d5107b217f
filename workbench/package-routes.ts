import express, { type Request, type Response, type Router } from 'express';
import { packTransport } from '../connector/index.js';
import { ExtensionProblem } from '../mock-server/index.js';
import type { BringRequest, BroughtView, EditRequest } from './api.js';
import type { Bench } from './bench.js';
import { BRING_SCHEMA, EDIT_SCHEMA, readBody } from './bodies.js';
import { readDropped } from './drop.js';
import { EditProblem } from './edit-problem.js';
import { maskedPackage } from './masked-package.js';
import type { Shelf } from './shelf.js';
import { standInsOf } from './stand-ins.js';

/**
 * The chosen package of each tenant: to be read, checked, edited, brought and taken away.
 * @param ownerOf the tenant that a package is for which is brought now; undefined for everybody
 */
export function packageRoutes(
  shelf: Shelf,
  benchOf: (request: Request) => Promise<Bench>,
  ownerOf: (response: Response) => string | undefined,
): Router {
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
  routes.post('/tenants/:tenant/package', async (request, response) => {
    const brought = readBody<BringRequest>(BRING_SCHEMA, request.body);
    const bench = await benchOf(request);
    const { package: read } = await readDropped(brought);
    const before = bench.chosen();
    const standIns = standInsOf(brought, read, before.given.package);
    if (standIns.length === 0) {
      const { name, files } = brought;
      await bench.choose(await shelf.add({ name, files }, ownerOf(response)));
    } else if (
      !changed(response, () => bench.change(() => shelf.standIn(before, standIns, bench.tenant.name)))
    )
      return;
    const view: BroughtView = {
      package: await shelf.view(bench.chosen().facts.id),
      standIns: standIns.map(({ name }) => name),
    };
    response.json(view);
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
    const edit = () => shelf.edit(before, request.params.name, text, bench.tenant.name);
    if (!changed(response, () => bench.change(edit))) return;
    response.json(await shelf.view(bench.chosen().facts.id));
  });
  return routes;
}

/** Whether a change was made; a text that cannot be saved is answered with its place. */
function changed(response: Response, change: () => void): boolean {
  try {
    change();
    return true;
  } catch (error) {
    if (!(error instanceof EditProblem)) throw error;
    const { status, code, message: detail, line, column } = error;
    response.status(status).type('application/problem+json');
    response.send(JSON.stringify({ type: `about:blank#${code}`, code, status, detail, line, column }));
    return false;
  }
}
