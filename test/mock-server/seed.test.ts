import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createSimulatorApp, type Tenant, type TenantChoices } from '../../mock-server/index.js';

const tenantOf = (choices: TenantChoices): Tenant => createSimulatorApp(choices).tenant;

describe('a generated tenant', () => {
  test('of a plain start has 120 users, 12 groups and 3 projects', () => {
    const tenant = tenantOf({});
    const sizes = tenant.usergroups.list().map(({ id }) => tenant.usergroups.memberIds(id).length);

    expect(tenant.users.list()).toHaveLength(120);
    expect(tenant.projects.list()).toHaveLength(3);
    expect(sizes).toHaveLength(12);
    expect(Math.max(...sizes)).toBeGreaterThan(50);
    expect(sizes).toContain(0);
    expect(tenant.usergroups.list().some(({ project }) => project !== null)).toBe(true);
    expect(tenant.usergroups.list().some(({ project }) => project === null)).toBe(true);
  });

  test('has names of many kinds', () => {
    const users = tenantOf({}).users.list();
    const names = users.map(({ firstName, lastName }) => `${firstName} ${lastName}`).join('\n');
    for (const kind of [
      /[à-ÿ]/i,
      /[ąęłńóśźż]/,
      /['’]/,
      /\p{Script=Cyrillic}/u,
      /\p{Script=Greek}/u,
      /[\p{Script=Han}\p{Script=Hiragana}]/u,
    ]) {
      expect(names).toMatch(kind);
    }
    for (const field of ['phone', 'title', 'location'] as const) {
      const values = users.map((user) => user[field]);
      expect(values).toContain('');
      expect(values).toContain(null);
    }
    expect(users.filter(({ active }) => !active).length).toBe(9);
    expect(new Set(users.map(({ licenseType }) => licenseType)).size).toBeGreaterThan(5);
  });

  test('is the same for the same numbers, whatever was generated before', () => {
    const choices = fc.record({
      users: fc.integer({ min: 1, max: 80 }),
      groups: fc.nat(15),
      projects: fc.nat(5),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(choices, choices, (one, other) => {
        const first = tenantOf(one).snapshot();
        tenantOf(other);
        expect(tenantOf(one).snapshot()).toEqual(first);
      }),
      { numRuns: 15 },
    );
  });

  test('differs from seed to seed', () => {
    expect(tenantOf({ seed: 2 }).snapshot()).not.toEqual(tenantOf({ seed: 1 }).snapshot());
  });

  test('of any size is sound: names unique and ASCII where they must be, ids unlike positions, references kept', () => {
    for (const choices of [
      { users: 1, groups: 1, projects: 0 },
      { users: 1500, groups: 60, projects: 7, seed: 7 },
      { users: 3, groups: 0, projects: 1 },
    ]) {
      const tenant = tenantOf(choices);
      const users = tenant.users.list();
      const groups = tenant.usergroups.list();
      expect([users.length, groups.length, tenant.projects.list().length]).toEqual([
        choices.users,
        choices.groups,
        choices.projects,
      ]);
      expect(new Set(users.map(({ username }) => username)).size).toBe(users.length);
      expect(new Set(users.map(({ email }) => email)).size).toBe(users.length);
      for (const { username, email } of users)
        expect(`${username} ${email}`).toMatch(/^[a-z0-9.@]+ [a-z0-9.]+@example\.(com|org)$/);
      expect(users.every(({ id }, position) => id !== position && id !== position + 1)).toBe(true);
      expect(new Set(groups.map(({ name, project }) => `${name}/${project}`)).size).toBe(groups.length);
      for (const { id, project } of groups) {
        expect(project === null || tenant.projects.get(project) !== undefined).toBe(true);
        for (const member of tenant.usergroups.memberIds(id)) expect(tenant.users.get(member)).toBeDefined();
      }
    }
  });

  test('goes back to its seed on reset, with clock, faults and traffic', () => {
    const tenant = tenantOf({ users: 20 });
    const before = tenant.snapshot();
    tenant.users.setActive(103, false);
    tenant.usergroups.delete(33);
    tenant.clock.freeze(5);
    tenant.faults.add({ effect: { status: 503 } });

    tenant.reset();

    expect(tenant.snapshot()).toEqual(before);
    expect(tenant.clock.state()).toEqual({ mode: 'real' });
    expect(tenant.faults.list()).toEqual([]);
  });

  test('records cannot be changed behind its back', () => {
    const user = tenantOf({ users: 2 }).users.get(101);
    expect(() => Object.assign(user ?? {}, { active: false })).toThrow(TypeError);
  });
});
