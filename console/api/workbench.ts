import type {
  AnewRequest,
  BenchView,
  BringRequest,
  BroughtView,
  CourseView,
  EditRequest,
  LessonView,
  OverviewRow,
  PackageFacts,
  PackageView,
  RunRequest,
  StepView,
} from '../../workbench/index.js';
import { ask, send } from './http.js';

const ROOT = '/__workbench';

/** Where the bench of a tenant is. */
export const benchPath = (tenant: string): string => `${ROOT}/tenants/${encodeURIComponent(tenant)}`;

const packagePath = (tenant: string): string => `${benchPath(tenant)}/package`;

const lessonPath = (tenant: string, lesson: string): string =>
  `${benchPath(tenant)}/lessons/${encodeURIComponent(lesson)}`;

/** The workbench. What changes a bench answers with the bench as it is then. Rejects with ApiProblem. */
export const workbench = {
  /** Every tenant but the default one; for those who may use everything. */
  overview: () => ask<readonly OverviewRow[]>('GET', `${ROOT}/overview`),
  /** Tenants as they were seeded, with new benches. */
  anew: (tenants: AnewRequest['tenants']) =>
    ask<readonly OverviewRow[]>('POST', `${ROOT}/overview/anew`, { tenants }),
  packages: (tenant: string) =>
    ask<readonly PackageFacts[]>('GET', `${ROOT}/packages?tenant=${encodeURIComponent(tenant)}`),
  package: (tenant: string) => ask<PackageView>('GET', packagePath(tenant)),
  check: (tenant: string) => ask<PackageView>('POST', `${packagePath(tenant)}/check`),
  edit: (tenant: string, document: string, request: EditRequest) =>
    ask<PackageView>('PUT', `${packagePath(tenant)}/documents/${encodeURIComponent(document)}`, request),
  zip: async (tenant: string) => (await send('GET', `${packagePath(tenant)}/zip`)).blob(),
  course: (tenant: string) => ask<CourseView>('GET', `${benchPath(tenant)}/lessons`),
  lesson: (tenant: string, lesson: string) => ask<LessonView>('GET', lessonPath(tenant, lesson)),
  beginLesson: (tenant: string, lesson: string) =>
    ask<LessonView>('POST', `${lessonPath(tenant, lesson)}/begin`),
  bring: (tenant: string, request: BringRequest) => ask<BroughtView>('POST', packagePath(tenant), request),
  step: (tenant: string, run: number, index: number) =>
    ask<StepView>('GET', `${benchPath(tenant)}/runs/${run}/steps/${index}`),
  choose: (tenant: string, id: string) => ask<BenchView>('PUT', `${benchPath(tenant)}/package`, { id }),
  reset: (tenant: string) => ask<BenchView>('POST', `${benchPath(tenant)}/reset`),
  run: (tenant: string, request: RunRequest) => ask<BenchView>('POST', `${benchPath(tenant)}/runs`, request),
  next: (tenant: string, run: number) => ask<BenchView>('POST', `${benchPath(tenant)}/runs/${run}/next`),
  rest: (tenant: string, run: number) => ask<BenchView>('POST', `${benchPath(tenant)}/runs/${run}/rest`),
  stepBack: (tenant: string, run: number) =>
    ask<BenchView>('POST', `${benchPath(tenant)}/runs/${run}/step-back`),
  back: (tenant: string, run: number) => ask<BenchView>('POST', `${benchPath(tenant)}/runs/${run}/back`),
  takeSnapshot: (tenant: string, name: string) =>
    ask<BenchView>('POST', `${benchPath(tenant)}/snapshots`, { name }),
  restoreSnapshot: (tenant: string, name: string) =>
    ask<BenchView>('POST', `${benchPath(tenant)}/snapshots/${encodeURIComponent(name)}/restore`),
};
