import { fail } from '../failure.js';
import { templateText } from '../http/template-text.js';
import { createBindings } from '../template/index.js';
const AT = { document: 'security system', pointer: '/accountNameRule' };
/**
 * The account name a rule gives: the first of its alternatives (`###` between them) that is not empty and not taken.
 * Source: endpoint settings of EIC (documented).
 * @throws ConnectorFailure when none is left
 */
export function accountNameBy(rule, values, environment, taken) {
    const bindings = createBindings(values);
    const names = rule
        .split('###')
        .map((alternative) => templateText(AT, alternative.trim(), true).render(bindings, environment).trim())
        .filter((name) => name !== '' && name !== 'null');
    const free = names.find((name) => !taken(name));
    if (free !== undefined)
        return free;
    return fail(AT, {
        code: names.length === 0 ? 'account-name-empty' : 'account-name-taken',
        message: names.length === 0
            ? `The account name rule ${rule} gives no name.`
            : `An active account ${names.join(' or ')} is already there.`,
        remedy: 'Give the identity the attribute the rule uses, or add an alternative to the rule after ###.',
    });
}
