import { problem } from '../problem.js';
import { USER_DOCUMENT } from './context.js';
/** Whether a user import has ended well on this EIC side. */
export function usersImported(repository) {
    return repository.jobs().some(({ job, status }) => job === 'UserImportJob' && status === 'ok');
}
/** Notes that accounts are imported while the users of the package were not. Source: integration guide (documented). */
export function warnUsersFirst(run) {
    run.rely('users-first');
    run.warn(problem({
        code: 'users-not-imported',
        message: `Accounts are imported, and the users of ${USER_DOCUMENT} were not yet: accounts may belong to nobody.`,
        remedy: 'Import users first.',
        document: USER_DOCUMENT,
        pointer: '',
        assumptions: ['users-first'],
    }));
}
