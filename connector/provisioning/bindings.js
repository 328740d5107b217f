import { accountBinding, entitlementBinding, userBinding } from './attributes.js';
import { TASK_TYPES } from './task-types.js';
function endpointBinding(system, name) {
    const custom = Array.from({ length: 45 }, (_, at) => [`customproperty${at + 1}`, null]);
    return {
        ...Object.fromEntries(custom),
        id: 1,
        endpointname: name,
        displayName: name,
        securitysystemkey: { systemname: system.name },
    };
}
/**
 * What the templates of a provisioning JSON may name, `response` and `access_token` apart.
 * Source: the table of bindings in the integration guide, and the ticket bindings of other guides (documented).
 */
export function taskBindings(subjects, system, connectionName) {
    const { task } = subjects;
    const user = userBinding(subjects.identity);
    const account = accountBinding(subjects.account);
    const manager = userBinding(subjects.manager);
    const entitlement = entitlementBinding(subjects.entitlement);
    const endpoint = endpointBinding(system, subjects.endpoint);
    const attributes = { ...task.requestAccessAttributes };
    const connection = { connectionname: connectionName, connectiontype: 'REST', systemname: system.name };
    const taskBinding = {
        id: task.id,
        taskkey: task.id,
        tasktype: TASK_TYPES[task.type].code,
        status: 1,
        source: 'REQUEST',
        accountName: subjects.accountName,
        password: subjects.password,
        endpoint,
        securitysystem: { systemname: system.name },
        users: user,
        owner: user,
        accountKey: account,
        entitlement_valueKey: entitlement,
        requestkey: task.requestId,
        businessJustification: task.businessJustification,
        comments: task.businessJustification,
    };
    const type = subjects.entitlement?.type;
    const byType = type === undefined ? {} : { [type]: [entitlement] };
    return {
        user,
        account,
        userAccount: account,
        accountName: subjects.accountName,
        userManager: manager,
        manager,
        managerAccount: accountBinding(subjects.managerAccount),
        entitlementValue: entitlement,
        entitlement,
        entitlementSet: entitlement === null ? [] : [entitlement],
        newEntitlementMap: byType,
        allEntitlementMap: byType,
        allEntitlementsValues: subjects.entitlement?.value ?? '',
        task: taskBinding,
        arsTasks: taskBinding,
        entTask: taskBinding,
        taskIds: String(task.id),
        requestid: task.requestId,
        requestAccessAttributes: attributes,
        reqAttrs: attributes,
        dynamicattributename: attributes,
        businessJustification: task.businessJustification,
        password: subjects.password,
        randomPassword: subjects.password,
        connection,
        connectionName,
        endpoint,
        endpoints: endpoint,
        approvers: [],
        approverMap: {},
        requestor: userBinding(subjects.requestor) ?? user,
        taskowner: user,
        endpointowner: null,
        ServiceAccountOwnerMap: {},
        rolesSet: [],
        roleSet: [],
        ticketID: task.ticket,
        ticketStatusValue: null,
    };
}
