import { classNamed } from '../values/java-class.js';
const basic = {
    null: classNamed('org.codehaus.groovy.runtime.NullObject'),
    boolean: classNamed('java.lang.Boolean'),
    number: classNamed('java.lang.Integer'),
    bigint: classNamed('java.lang.Long'),
    string: classNamed('java.lang.String'),
};
export function classOf(value) {
    if (value === null)
        return basic.null;
    if (typeof value === 'object')
        return value.javaClass;
    return basic[typeof value];
}
