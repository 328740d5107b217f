import { Buffer } from 'node:buffer';
import { textOfArray } from '../methods/string.js';
import { bytesOf, textOfBytes, toBuffer, toByteArray } from '../runtime/bytes.js';
import { raise } from '../runtime/failure.js';
import { formatText } from '../runtime/format.js';
import { elementsOf } from '../runtime/iterate.js';
import { methodTable } from '../runtime/method-table.js';
import { compilePattern } from '../runtime/regex.js';
import { GroovyCollection, JavaArray } from '../values/collections.js';
import { classNamed } from '../values/java-class.js';
import { GroovyStringBuilder } from '../values/string-builder.js';
import { javaText, toText } from '../values/text.js';
import { GroovyObject } from '../values/value.js';
export const stringStatics = methodTable()({
    'valueOf(Object)': (_self, [value]) => (value instanceof JavaArray ? textOfArray(value) : null) ?? javaText(value),
    'copyValueOf(array)': (_self, [value]) => textOfArray(value) ?? '',
    'format(String, Object...)': (_self, [pattern, values], run) => formatText(run, [pattern, ...values]),
    'format(Object, String, Object...)': (_self, [, pattern, values], run) => formatText(run, [pattern, ...values]),
    'join(CharSequence, Object...)': (_self, [separator, parts], run) => {
        const only = parts[0];
        const several = parts.length === 1 && (only instanceof GroovyCollection || only instanceof JavaArray);
        const items = several ? elementsOf(run, only) : parts;
        return run.text(items.map(toText).join(separator));
    },
});
export const stringConstructors = methodTable()({
    'new()': () => '',
    'new(CharSequence)': (_self, [text]) => text,
    'new(array)': (_self, [array]) => textOfArray(array) ?? '',
    'new(array, int, int)': (_self, [array, from, count]) => (textOfArray(array) ?? '').slice(from, from + count),
    'new(array, String)': (_self, [array, charset]) => textOfBytes(array, charset),
});
export const stringBuilderConstructors = methodTable()({
    'new()': (self) => new GroovyStringBuilder('', self),
    'new(int)': (self) => new GroovyStringBuilder('', self),
    'new(CharSequence)': (self, [text]) => new GroovyStringBuilder(text, self),
});
/** application/x-www-form-urlencoded, as java.net.URLEncoder writes it. */
function urlEncode(text, charset) {
    return [...toBuffer(bytesOf(text, charset))]
        .map((byte) => {
        const c = String.fromCharCode(byte);
        if (/[A-Za-z0-9.*_-]/.test(c))
            return c;
        return c === ' ' ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
        .join('');
}
function urlDecode(text, charset) {
    const bytes = [];
    const plain = text.replaceAll('+', ' ');
    for (let at = 0; at < plain.length; at++) {
        if (plain.charAt(at) !== '%') {
            bytes.push(...Buffer.from(plain.charAt(at), 'utf8'));
            continue;
        }
        const hex = plain.slice(at + 1, at + 3);
        if (!/^[0-9a-fA-F]{2}$/.test(hex)) {
            raise('IllegalArgumentException', 'URLDecoder: Incomplete trailing escape (%) pattern');
        }
        bytes.push(Number.parseInt(hex, 16));
        at += 2;
    }
    return textOfBytes(toByteArray(Uint8Array.from(bytes)), charset);
}
export const urlEncoderStatics = methodTable()({
    'encode(String)': (_self, [text]) => urlEncode(text, 'UTF-8'),
    'encode(String, Object)': (_self, [text, charset]) => urlEncode(text, toText(charset)),
});
export const urlDecoderStatics = methodTable()({
    'decode(String)': (_self, [text]) => urlDecode(text, 'UTF-8'),
    'decode(String, Object)': (_self, [text, charset]) => urlDecode(text, toText(charset)),
});
/** Base64's encoders and decoders; `url` uses the other alphabet. */
export class Base64Coder extends GroovyObject {
    kind;
    url;
    padding;
    constructor(kind, url, padding = true) {
        super();
        this.kind = kind;
        this.url = url;
        this.padding = padding;
    }
    get javaClass() {
        return classNamed(`java.util.Base64$${this.kind}`);
    }
    encode(bytes) {
        const text = toBuffer(bytes).toString('base64');
        const alphabet = this.url ? text.replaceAll('+', '-').replaceAll('/', '_') : text;
        return this.padding ? alphabet : alphabet.replace(/=+$/, '');
    }
}
export const base64Statics = methodTable()({
    'getEncoder()': () => new Base64Coder('Encoder', false),
    'getUrlEncoder()': () => new Base64Coder('Encoder', true),
    'getMimeEncoder()': () => new Base64Coder('Encoder', false),
    'getDecoder()': () => new Base64Coder('Decoder', false),
    'getUrlDecoder()': () => new Base64Coder('Decoder', true),
    'getMimeDecoder()': () => new Base64Coder('Decoder', false),
});
export const base64EncoderMethods = methodTable()({
    'encodeToString(byte[])': (self, [bytes]) => self.encode(bytes),
    'encode(byte[])': (self, [bytes]) => bytesOf(self.encode(bytes), 'ISO-8859-1'),
    'withoutPadding()': (self) => new Base64Coder('Encoder', self.url, false),
});
export const base64DecoderMethods = methodTable()({
    'decode(String)': (self, [text]) => decodeBase64(text, self.url),
    'decode(byte[])': (self, [bytes]) => decodeBase64(textOfBytes(bytes, 'ISO-8859-1'), self.url),
});
function decodeBase64(text, url) {
    const allowed = url ? /^[A-Za-z0-9_-]*={0,2}$/ : /^[A-Za-z0-9+/]*={0,2}$/;
    if (!allowed.test(text))
        raise('IllegalArgumentException', `Illegal base64 character`);
    return toByteArray(Buffer.from(text, url ? 'base64url' : 'base64'));
}
export const patternStatics = methodTable()({
    'compile(String)': (_self, [source]) => compilePattern(source),
    'compile(String, int)': (_self, [source, flags]) => compilePattern(source, flags),
    'matches(String, CharSequence)': (_self, [source, text]) => compilePattern(source).program.matches(text),
    'quote(String)': (_self, [text]) => `\\Q${text}\\E`,
});
export const matcherStatics = methodTable()({
    'quoteReplacement(String)': (_self, [text]) => text.replace(/[\\$]/g, '\\$&'),
});
