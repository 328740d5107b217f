import express, { type Request, type Router } from 'express';
import type { Bench } from './bench.js';

/** The course on each tenant: its lessons, one of them, and its beginning. */
export function lessonRoutes(benchOf: (request: Request) => Promise<Bench>): Router {
  const routes = express.Router();
  routes.get('/tenants/:tenant/lessons', async (request, response) => {
    response.json((await benchOf(request)).course.view());
  });
  routes.get('/tenants/:tenant/lessons/:lesson', async (request, response) => {
    const { course } = await benchOf(request);
    response.json(course.lesson(request.params.lesson, addressOf(request)));
  });
  routes.post('/tenants/:tenant/lessons/:lesson/begin', async (request, response) => {
    const { course } = await benchOf(request);
    await course.begin(request.params.lesson);
    response.json(course.lesson(request.params.lesson, addressOf(request)));
  });
  return routes;
}

/** Where the one who asks reaches the tenant. */
const addressOf = ({ protocol, host, params }: Request): string => `${protocol}://${host}/${params.tenant}`;
