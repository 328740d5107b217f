import { TenantError } from './errors.js';
import type { Project } from './model.js';
import { OrderedList } from './ordered-list.js';

/** The projects and project folders of one tenant. They are read only: groups refer to them. */
export class Projects {
  readonly #byId = new Map<number, Project>();
  readonly #all = new OrderedList<Project>();

  /** Every project and folder in order of id. */
  list(): readonly Project[] {
    return this.#all.items;
  }

  get(id: number): Project | undefined {
    return this.#byId.get(id);
  }

  /** The project with this id. Refuses with `project-not-found`. */
  require(id: number): Project {
    const project = this.#byId.get(id);
    if (project === undefined) throw new TenantError('project-not-found', { id });
    return project;
  }

  /** Replace all projects, as when a tenant is seeded, restored or read from a file. */
  load(projects: readonly Project[]): void {
    this.#byId.clear();
    for (const project of projects) this.#byId.set(project.id, Object.freeze(project));
    this.#all.load(projects);
  }
}
