import { formatDate } from './date-format.js';
/** Dates in Groovy's JSON: in GMT. */
export function writeDateTime(time) {
    return formatDate("yyyy-MM-dd'T'HH:mm:ssZ", time, 'UTC');
}
