import { objectOf } from '../json.js';
const LETTERS = 'abcdefghjkmnpqrstuvwxyz';
const DIGITS = '23456789';
const SPECIAL = '!#%*+-=?@_';
function count(value, usual) {
    const number = Number(value ?? usual);
    return Number.isInteger(number) && number >= 0 && number <= 100 ? number : usual;
}
/**
 * A password after PasswdPolicyJSON: minLength, maxLength, noOfCAPSAlpha, noOfDigits, noOfSplChars. Without a policy 12 characters.
 * @param random a number in [0, 1)
 */
export function newPassword(policy, random) {
    const rules = objectOf(policy);
    const pick = (from) => from.charAt(Math.floor(random() * from.length));
    const times = (length, from) => Array.from({ length }, () => pick(from));
    const needed = [
        ...times(count(rules.noOfCAPSAlpha, 2), LETTERS.toUpperCase()),
        ...times(count(rules.noOfDigits, 2), DIGITS),
        ...times(count(rules.noOfSplChars, 1), SPECIAL),
    ];
    const length = Math.min(count(rules.minLength, 12), count(rules.maxLength, 100));
    const filler = times(Math.max(0, length - needed.length), LETTERS);
    return [...filler, ...needed].join('');
}
