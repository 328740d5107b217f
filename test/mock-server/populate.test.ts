import { describe, expect, test } from '@jest/globals';
import { startSimulator } from '../../mock-server/index.js';
import { tenantUnderTest } from '../helpers/tenant-under-test.js';

describe('a tenant that is populated', () => {
  test('has the users and groups that a test names, and what they lack follows from their names', async () => {
    const { call, tenant } = await tenantUnderTest({ users: 1, groups: 0 });

    const { users, usergroups } = tenant.populate({
      users: [
        { username: 'mira.oso' },
        { username: 'leo@example.org', licenseType: 'STAKEHOLDER', active: false },
      ],
      usergroups: [{ name: 'Authors', members: ['mira.oso', 'leo@example.org'] }],
    });

    const [mira, leo] = users;
    expect(mira).toMatchObject({
      firstName: 'mira.oso',
      email: 'mira.oso@example.com',
      licenseType: 'NAMED',
      active: true,
    });
    expect(leo).toMatchObject({ email: 'leo@example.org', licenseType: 'INACTIVE', active: false });
    const { records } = await call('GET', `/rest/v1/usergroups/${usergroups[0]?.id}/users`);
    expect(records.map(({ id }) => id)).toEqual([mira?.id, leo?.id]);
  });

  test('refuses what the tenant refuses', async () => {
    const { tenant } = await tenantUnderTest({ users: 1 });
    expect(() => tenant.populate({ users: [{ username: 'api.service' }] })).toThrow('username-taken');
    expect(() => tenant.populate({ usergroups: [{ name: 'A', members: ['nobody'] }] })).toThrow(
      'user-not-found',
    );
  });

  test('is the seed again after a reset, with its clock, faults and traffic', async () => {
    const simulator = await startSimulator({ users: 3 });
    const { tenant } = simulator;
    tenant.populate({ users: [{ username: 'mira.oso' }] });
    tenant.clock.freeze(0);
    tenant.faults.useNamed('slow');
    tenant.reset();
    expect([
      tenant.users.list().length,
      tenant.clock.state().mode,
      tenant.faults.size,
      tenant.traffic.count(),
    ]).toEqual([3, 'real', 0, 0]);
    await simulator.stop();
  });
});
