import { calendarConstants } from '../methods/calendar-fields.js';
import { GroovyList } from '../values/collections.js';
import { GroovyBigInteger, GroovyDecimal, GroovyDouble, GroovyFloat } from '../values/numbers.js';
function constants(values) {
    return new Map(Object.entries(values).map(([name, value]) => [name, () => value]));
}
/** Public constants of the classes that templates may name. */
export const staticFields = new Map([
    ['java.lang.Integer', constants({ MAX_VALUE: 0x7fffffff, MIN_VALUE: -0x80000000 })],
    ['java.lang.Long', constants({ MAX_VALUE: 0x7fffffffffffffffn, MIN_VALUE: -0x8000000000000000n })],
    ['java.lang.Short', constants({ MAX_VALUE: 32767, MIN_VALUE: -32768 })],
    ['java.lang.Byte', constants({ MAX_VALUE: 127, MIN_VALUE: -128 })],
    [
        'java.lang.Float',
        constants({ MAX_VALUE: new GroovyFloat(3.4028234663852886e38), NaN: new GroovyFloat(Number.NaN) }),
    ],
    ['java.util.Collections', constants({ EMPTY_LIST: new GroovyList([], undefined, 'frozen') })],
    [
        'java.lang.Double',
        constants({
            MAX_VALUE: new GroovyDouble(Number.MAX_VALUE),
            MIN_VALUE: new GroovyDouble(Number.MIN_VALUE),
            NaN: new GroovyDouble(Number.NaN),
            POSITIVE_INFINITY: new GroovyDouble(Number.POSITIVE_INFINITY),
            NEGATIVE_INFINITY: new GroovyDouble(Number.NEGATIVE_INFINITY),
        }),
    ],
    ['java.util.Calendar', constants(calendarConstants)],
    ['java.util.GregorianCalendar', constants(calendarConstants)],
    [
        'java.util.regex.Pattern',
        constants({ CASE_INSENSITIVE: 2, COMMENTS: 4, MULTILINE: 8, LITERAL: 16, DOTALL: 32, UNICODE_CASE: 64 }),
    ],
    [
        'java.nio.charset.StandardCharsets',
        constants({ UTF_8: 'UTF-8', US_ASCII: 'US-ASCII', ISO_8859_1: 'ISO-8859-1' }),
    ],
    ['java.util.Locale', constants({ US: 'en_US', ENGLISH: 'en', UK: 'en_GB', ROOT: '', GERMANY: 'de_DE' })],
    ['groovy.lang.Closure', constants({ OWNER_FIRST: 0, DELEGATE_FIRST: 1, OWNER_ONLY: 2, DELEGATE_ONLY: 3 })],
    ['java.lang.Math', constants({ PI: new GroovyDouble(Math.PI), E: new GroovyDouble(Math.E) })],
    ['java.lang.Boolean', constants({ TRUE: true, FALSE: false })],
    [
        'java.math.BigDecimal',
        constants({
            ZERO: new GroovyDecimal(0n, 0),
            ONE: new GroovyDecimal(1n, 0),
            TEN: new GroovyDecimal(10n, 0),
            ROUND_UP: 0,
            ROUND_DOWN: 1,
            ROUND_CEILING: 2,
            ROUND_FLOOR: 3,
            ROUND_HALF_UP: 4,
            ROUND_HALF_DOWN: 5,
            ROUND_HALF_EVEN: 6,
            ROUND_UNNECESSARY: 7,
        }),
    ],
    [
        'java.math.BigInteger',
        constants({
            ZERO: new GroovyBigInteger(0n),
            ONE: new GroovyBigInteger(1n),
            TEN: new GroovyBigInteger(10n),
        }),
    ],
]);
