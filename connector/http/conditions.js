import { isObject } from '../json.js';
import { columnText, compilePath, readAll } from '../mapping/path.js';
function conditionsOf(value) {
    if (!isObject(value))
        return undefined;
    const found = Object.entries(value).map(([key, wanted]) => ({
        path: key === 'statusCode' ? undefined : compilePath(key),
        values: new Set([wanted ?? null].flat().map((one) => columnText(one) ?? 'null')),
    }));
    return found.length === 0 ? undefined : found;
}
/** Reads the conditions of a call; those of its section count where the call has none. */
export function readConditions(call, section = {}) {
    return {
        success: conditionsOf(call.successResponses ?? section.successResponses),
        unsuccess: conditionsOf(call.unsuccessResponses ?? section.unsuccessResponses),
    };
}
function holds(condition, answer) {
    if (condition.path === undefined)
        return condition.values.has(String(answer.status));
    return readAll(condition.path, answer.body).some((value) => condition.values.has(columnText(value) ?? 'null'));
}
function shown(condition) {
    return `${condition.path?.text ?? 'statusCode'} ${[...condition.values].join(', ')}`;
}
/** Why an answer is no success; undefined when it is one. */
export function unmet(conditions, answer, run) {
    const { success, unsuccess } = conditions;
    if (success === undefined) {
        const usual = answer.status >= 200 && answer.status <= 299;
        if (!usual && run.choose('defaultSuccess') === '2xx') {
            return 'there are no successResponses, so a status from 200 to 299 is expected';
        }
    }
    else {
        const missed = success.find((condition) => !holds(condition, answer));
        if (missed !== undefined)
            return `successResponses want ${shown(missed)}`;
    }
    const hit = unsuccess?.find((condition) => holds(condition, answer));
    if (hit === undefined)
        return undefined;
    if (success !== undefined && !run.choose('unsuccessWins'))
        return undefined;
    return `unsuccessResponses name ${shown(hit)}`;
}
