/**
 * The jobs that appear when a connection is created. Source: integration guide (documented). The job of a user import is
 * there when the package has an ImportUserJSON; its name is this runner's.
 */
export function jobsOf(connection, securitySystem, users) {
    const data = (what) => ({
        systems: securitySystem,
        connection,
        accounts_or_access: what,
        full_or_incremental: 'full',
    });
    const userImport = {
        id: 'import-users',
        job: 'UserImportJob',
        group: 'DATA',
        title: 'User Import',
        parameters: { connection, full_or_incremental: 'full' },
    };
    return [
        ...(users ? [userImport] : []),
        {
            id: 'import-accounts',
            job: 'ApplicationDataImportJob',
            group: 'DATA',
            title: 'Application Data Import (Single Threaded), accounts',
            parameters: data('accounts'),
        },
        {
            id: 'import-access',
            job: 'ApplicationDataImportJob',
            group: 'DATA',
            title: 'Application Data Import (Single Threaded), access',
            parameters: data('access'),
        },
        {
            id: 'provisioning',
            job: 'WSRetryJob',
            group: 'utility',
            title: 'Provisioning job (WSRETRY)',
            parameters: { systems: securitySystem },
        },
    ];
}
/** The task types a provisioning job takes, in EIC's order of codes; all of them unless some are named. */
export const JOB_TASK_TYPES = [
    'add-access',
    'remove-access',
    'create',
    'change-password',
    'enable',
    'remove',
    'update-user',
    'update',
    'disable',
    'create-ticket',
    'ticket-status',
];
