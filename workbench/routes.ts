import express, { type Request, type Response, type Router } from 'express';
import {
  type Access,
  ExtensionProblem,
  type RunningTenant,
  reaches,
  refuseLimited,
  refuseOther,
  type Simulator,
  type Tenant,
} from '../mock-server/index.js';
import type { AnewRequest, DropRequest, RunRequest } from './api.js';
import { type Bench, openBench } from './bench.js';
import { ANEW_SCHEMA, DROP_SCHEMA, NAME_SCHEMA, PACKAGE_SCHEMA, RUN_SCHEMA, readBody } from './bodies.js';
import { lessonRoutes } from './lesson-routes.js';
import { readLessons } from './lessons/index.js';
import { createOverview } from './overview.js';
import { packageRoutes } from './package-routes.js';
import { fetchTrusting } from './secure-fetch.js';
import { openShelf, type PackageOnShelf } from './shelf.js';
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
  const opened = new WeakMap<Tenant, Bench>();
  const overview = createOverview({ tenants: setup.tenants, opened: (tenant) => opened.get(tenant) });

  function runningOf(name: string): RunningTenant {
    const running = setup.tenants().find(({ tenant }) => tenant.name === name);
    if (running !== undefined) return running;
    throw new ExtensionProblem(404, 'tenant-unknown', `There is no tenant "${name}".`);
  }

  async function benchOf({ params }: Request): Promise<Bench> {
    const running = runningOf(String(params.tenant));
    const opening =
      benches.get(running.tenant) ?? openBench(running, shelf.first(), { lessons, shelf }, ownFetch);
    benches.set(running.tenant, opening);
    const bench = await opening;
    if (benches.get(running.tenant) === opening) opened.set(running.tenant, bench);
    return bench;
  }

  /** The tenant as it was seeded, and a new bench for whoever comes next. */
  async function beginAnew({ tenant }: RunningTenant): Promise<void> {
    const bench = await benches.get(tenant);
    await bench?.close();
    benches.delete(tenant);
    opened.delete(tenant);
    shelf.clear(tenant.name);
    tenant.reset();
    await tenant.saved();
  }

  /** What belongs to a tenant that the caller may not use is as good as unknown. */
  function packageFor(id: string, response: Response): PackageOnShelf {
    const found = shelf.get(id);
    if (found.tenant === undefined || reaches(accessOf(response), found.tenant)) return found;
    throw new ExtensionProblem(404, 'package-unknown', `There is no package "${id}".`);
  }

  /** Answers with the bench as it is after the work. */
  const changing =
    (work: (bench: Bench, request: Request, response: Response) => unknown) =>
    async (request: Request, response: Response) => {
      const bench = await benchOf(request);
      await work(bench, request, response);
      response.json(bench.view());
    };
  const showing =
    (view: (bench: Bench) => unknown) =>
    async (request: Request, response: Response): Promise<void> =>
      void response.json(view(await benchOf(request)));

  const routes = express.Router();
  // Stands before every router, whose routes need not know of it.
  routes.use('/tenants/:tenant', ({ params }, response, next) => {
    refuseOther(accessOf(response), params.tenant);
    next();
  });
  routes.use('/overview', (_request, response, next) => {
    refuseLimited(accessOf(response));
    next();
  });
  routes.get('/overview', (_, response) => void response.json(overview()));
  routes.post('/overview/anew', async ({ body }, response) => {
    const wanted = readBody<AnewRequest>(ANEW_SCHEMA, body).tenants.map(runningOf);
    for (const running of wanted) await beginAnew(running);
    response.json(overview());
  });
  routes.use(packageRoutes(shelf, benchOf, ownerOf), lessonRoutes(benchOf));
  routes.get('/packages', ({ query }, response) => {
    const tenant = typeof query.tenant === 'string' ? query.tenant : undefined;
    if (tenant !== undefined) refuseOther(accessOf(response), tenant);
    response.json(shelf.list(tenant));
  });
  routes.post('/packages', async ({ body }, response) => {
    const { facts } = await shelf.add(readBody<DropRequest>(DROP_SCHEMA, body), ownerOf(response));
    response.status(201).json(await shelf.view(facts.id));
  });
  routes.get('/packages/:id', async ({ params }, response) => {
    response.json(await shelf.view(packageFor(params.id, response).facts.id));
  });
  routes.post('/packages/:id/check', async ({ params }, response) => {
    response.json(await shelf.check(packageFor(params.id, response).facts.id));
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
    streamBench(bench, response, {
      afterId: Number(request.query.afterId ?? 0),
      stopping: setup.stopping,
      stands: () => setup.tenants().some(({ tenant }) => tenant === bench.tenant),
    });
  });
  routes.get('/tenants/:tenant/runs/:run/steps/:index', async (request, response) => {
    const { run, index } = request.params;
    response.json((await benchOf(request)).step(Number(run), Number(index)));
  });
  routes.put(
    '/tenants/:tenant/package',
    changing((bench, { body }, response) =>
      bench.choose(packageFor(readBody<{ id: string }>(PACKAGE_SCHEMA, body).id, response)),
    ),
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
    '/tenants/:tenant/runs/:run/step-back',
    changing((bench, { params }) => bench.stepBack(Number(params.run))),
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

/** The tenant that a package is for which somebody brings: of those who may use it alone, their own. */
function ownerOf(response: Response): string | undefined {
  const access = accessOf(response);
  const [owner] = access === 'everything' ? [] : access;
  return owner;
}

const accessOf = ({ locals }: Response): Access => locals.access as Access;
