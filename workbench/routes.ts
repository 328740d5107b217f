import express, { type Request, type Response, type Router } from 'express';
import { ExtensionProblem, type Simulator, type Tenant } from '../mock-server/index.js';
import type { DropRequest, RunRequest } from './api.js';
import { type Bench, openBench } from './bench.js';
import { DROP_SCHEMA, NAME_SCHEMA, PACKAGE_SCHEMA, RUN_SCHEMA, readBody } from './bodies.js';
import { lessonRoutes } from './lesson-routes.js';
import { readLessons } from './lessons/index.js';
import { packageRoutes } from './package-routes.js';
import { fetchTrusting } from './secure-fetch.js';
import { openShelf } from './shelf.js';
import { streamBench } from './stream.js';

/** What the routes are served with. */
export interface RouteSetup extends Pick<Simulator, 'tenants' | 'certificate'> {
  readonly packages: string;
  readonly lessons?: string | undefined;
  readonly stopping: AbortSignal;
}

/**
 * The routes of the workbench, below `/__workbench`: the shelf of packages, and a bench for each tenant, which is opened when it is
 * first asked for. @throws PackageError, LessonError when a package or a lesson cannot be read
 */
export async function workbenchRoutes(setup: RouteSetup): Promise<Router> {
  const { lessons, packages } = await readLessons(setup);
  const shelf = await openShelf(setup.packages, packages);
  const ownFetch = setup.certificate === undefined ? undefined : fetchTrusting(setup.certificate);
  const benches = new WeakMap<Tenant, Promise<Bench>>();

  function benchOf({ params }: Request): Promise<Bench> {
    const running = setup.tenants().find(({ tenant }) => tenant.name === params.tenant);
    if (running === undefined)
      throw new ExtensionProblem(404, 'tenant-unknown', `There is no tenant "${params.tenant}".`);
    const bench =
      benches.get(running.tenant) ?? openBench(running, shelf.first(), { lessons, shelf }, ownFetch);
    benches.set(running.tenant, bench);
    return bench;
  }

  /** Answers with the bench as it is after the work. */
  const changing =
    (work: (bench: Bench, request: Request) => unknown) => async (request: Request, response: Response) => {
      const bench = await benchOf(request);
      await work(bench, request);
      response.json(bench.view());
    };
  const showing =
    (view: (bench: Bench) => unknown) =>
    async (request: Request, response: Response): Promise<void> =>
      void response.json(view(await benchOf(request)));

  const routes = express.Router();
  routes.use(packageRoutes(shelf, benchOf), lessonRoutes(benchOf));
  routes.get('/packages', ({ query }, response) => {
    response.json(shelf.list(typeof query.tenant === 'string' ? query.tenant : undefined));
  });
  routes.post('/packages', async ({ body }, response) => {
    const { facts } = await shelf.add(readBody<DropRequest>(DROP_SCHEMA, body));
    response.status(201).json(await shelf.view(facts.id));
  });
  routes.get('/packages/:id', async ({ params }, response) => {
    response.json(await shelf.view(params.id));
  });
  routes.post('/packages/:id/check', async ({ params }, response) => {
    response.json(await shelf.check(params.id));
  });

  routes.get(
    '/tenants/:tenant',
    showing((bench) => bench.view()),
  );
  routes.get(
    '/tenants/:tenant/sides',
    showing((bench) => bench.sides()),
  );
  routes.get(
    '/tenants/:tenant/steps',
    showing((bench) => bench.steps()),
  );
  routes.get('/tenants/:tenant/events', async (request, response) => {
    const bench = await benchOf(request);
    streamBench(bench, response, { afterId: Number(request.query.afterId ?? 0), stopping: setup.stopping });
  });
  routes.get('/tenants/:tenant/runs/:run/steps/:index', async (request, response) => {
    const { run, index } = request.params;
    response.json((await benchOf(request)).step(Number(run), Number(index)));
  });
  routes.put(
    '/tenants/:tenant/package',
    changing((bench, { body }) => bench.choose(shelf.get(readBody<{ id: string }>(PACKAGE_SCHEMA, body).id))),
  );
  routes.post(
    '/tenants/:tenant/reset',
    changing((bench) => bench.reset()),
  );
  routes.post(
    '/tenants/:tenant/runs',
    changing((bench, { body }) => bench.run(readBody<RunRequest>(RUN_SCHEMA, body))),
  );
  routes.post(
    '/tenants/:tenant/runs/:run/next',
    changing((bench, { params }) => bench.go(Number(params.run), 'next')),
  );
  routes.post(
    '/tenants/:tenant/runs/:run/rest',
    changing((bench, { params }) => bench.go(Number(params.run), 'all')),
  );
  routes.post(
    '/tenants/:tenant/runs/:run/back',
    changing((bench, { params }) => bench.back(Number(params.run))),
  );
  routes.post(
    '/tenants/:tenant/snapshots',
    changing((bench, { body }) => bench.takeSnapshot(readBody<{ name: string }>(NAME_SCHEMA, body).name)),
  );
  routes.post(
    '/tenants/:tenant/snapshots/:name/restore',
    changing((bench, { params }) => bench.restoreSnapshot(String(params.name))),
  );
  return routes;
}
