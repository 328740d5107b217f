import { textOf } from '../json.js';
import { columnText, compilePath } from '../mapping/path.js';
function valueAt(call, key, message) {
    const path = textOf(call?.json[key]);
    return path === undefined ? null : columnText(compilePath(path).read(message));
}
function named(call, key, value) {
    return [call?.json[key] ?? []].flat().some((one) => columnText(one) === value);
}
/**
 * What a ticket call says about its task: the ticket's number, and whether the ticket is closed or was called off.
 * Source: ticket JSONs of published packages (ticketidPath, ticketStatusPath, ticketStatusValue, disContinueStatusValue).
 */
export function ticketResult(call, response, task) {
    const message = response?.message;
    if (task.type === 'create-ticket')
        return { ticket: valueAt(call, 'ticketidPath', message), status: 'In Progress' };
    const status = valueAt(call, 'ticketStatusPath', message) ?? '';
    if (named(call, 'ticketStatusValue', status))
        return { ticket: task.ticket, status: 'Complete' };
    if (named(call, 'disContinueStatusValue', status))
        return { ticket: task.ticket, status: 'Discontinued' };
    return { ticket: task.ticket, status: 'In Progress' };
}
