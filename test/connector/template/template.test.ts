import { describe, expect, test } from '@jest/globals';
import { compileTemplate, createBindings, TemplateError } from '../../../connector/index.js';
import { environment } from './agreement.js';

function failure(text: string, values: Record<string, unknown> = {}): TemplateError {
  try {
    compileTemplate(text).render(createBindings(values), environment);
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
  throw new Error(`${text} did not fail`);
}

describe('what an error says', () => {
  test('a null in a path: the place, the cause and a way out', () => {
    const error = failure('x${user.email.indexOf("@")}', { user: { email: null } });
    expect(error).toMatchObject({
      groovyClass: 'NullPointerException',
      message: 'Cannot invoke method indexOf() on null object',
      start: 3,
      expression: 'user.email.indexOf("@")',
      nullValue: 'user.email',
    });
    expect(error.remedy).toContain('user.email?.indexOf');
  });

  test('a syntax error stands where the parser stopped, in offsets of the template', () => {
    const text = 'line one\r\n${user.name ? 1}';
    const error = failure(text);
    expect(error.groovyClass).toBe('TemplateSyntax');
    expect(error.start).toBe(text.indexOf('}'));
  });

  test('an unknown class names its full name when it is a known one', () => {
    expect(failure("${new SimpleDateFormat('yyyy')}").remedy).toContain('java.text.SimpleDateFormat');
  });

  test('a syntax error is found before anything runs', () => {
    const values = createBindings({ list: [] });
    expect(() => compileTemplate('${list << 1}${(}')).toThrow(TemplateError);
    expect(compileTemplate('${list}').render(values, environment)).toBe('[]');
  });
});

describe('limits', () => {
  test.each([
    ['${while (true) { }}', 'RefusedSteps'],
    ['${def f; f = { f() }; f()}', 'RefusedDepth'],
    ["${'x' * 100000000}", 'RefusedMemory'],
    ["${def s = 'x' * 5000000; s}${'x' * 5000000}${'x' * 5000000}", 'RefusedOutput'],
    ["${'ab' =~ /(?=a)b/}", 'RefusedRegex'],
    ['${def x = 2G; 100.times { x = x * x }}', 'RefusedMemory'],
    ['${1e999999999.toBigInteger()}', 'RefusedMemory'],
    ["${new File('/etc/passwd')}", 'RefusedClass'],
    ["${'ls'.execute()}", 'RefusedMethod'],
  ])('%s is refused by name', (text, refusal) => {
    expect(failure(text).groovyClass).toBe(refusal);
  });

  test('a template cannot catch a refusal', () => {
    expect(failure('${try { while (true) { } } catch (Throwable t) { 1 }}').groovyClass).toBe('RefusedSteps');
  });
});

describe('bindings', () => {
  test('undeclared assignments stay for the next template', () => {
    const bindings = createBindings({});
    compileTemplate('${kept = 5; def lost = 6}').render(bindings, environment);
    expect(compileTemplate('${kept}').render(bindings, environment)).toBe('5');
    expect(() => compileTemplate('${lost}').render(bindings, environment)).toThrow('No such property: lost');
  });

  test('typed values keep their types', () => {
    const bindings = createBindings({
      d: { $decimal: '1.10' },
      l: { $long: 5 },
      t: { $date: '2024-03-05T10:00:00Z' },
    });
    const text = compileTemplate("${d + 2} ${l.class.simpleName} ${t.format('yyyy')}").render(
      bindings,
      environment,
    );
    expect(text).toBe('3.10 Long 2024');
  });

  test('a value that no template can hold is a TypeError', () => {
    expect(() => createBindings({ f: () => 1 })).toThrow(TypeError);
    expect(() => createBindings({ d: { $date: 'soon' } })).toThrow(TypeError);
  });
});

describe('time and chance come from outside', () => {
  test('a run repeats exactly', () => {
    const template = compileTemplate(
      "${new Date().format('yyyy-MM-dd')} ${UUID.randomUUID()} ${new Random().nextInt(100)}",
    );
    const [first, second] = [1, 2].map(() => template.render(createBindings({}), environment));
    expect(first).toBe(second);
    expect(first).toMatch(/^2026-01-15 /);
  });

  test('dates are in the time zone of the environment', () => {
    const berlin = { ...environment, timeZone: 'Europe/Berlin' };
    const text = compileTemplate("${new Date(0).format('HH:mm Z')}").render(createBindings({}), berlin);
    expect(text).toBe('01:00 +0100');
    const bindings = createBindings({ d: new Date(0) });
    expect(compileTemplate("${d.format('HH:mm')} $d").render(bindings, berlin)).toMatch(
      /^01:00 Thu Jan 01 01:00:00/,
    );
  });
});

describe('the static side', () => {
  test('references are the paths read from bindings, with their places', () => {
    const text = "a ${user.address?.city ?: user['zip']} ${list.collect { it.name + x }} ${def y = 1; y}";
    const { references } = compileTemplate(text);
    expect(references.map(({ root, path }) => [root, ...path].join('.'))).toEqual([
      'user.address.city',
      'user.zip',
      'list',
      'x',
    ]);
    expect(references.map(({ start, end }) => text.slice(start, end))).toEqual([
      'user.address?.city',
      "user['zip']",
      'list',
      'x',
    ]);
  });

  test('classes are no references', () => {
    expect(compileTemplate('${Math.max(1, 2)}${java.util.UUID.randomUUID()}').references).toEqual([]);
  });

  test('calls and unreachable code', () => {
    const template = compileTemplate("${if (true) { user.size() } else { 'never' }}${return 1; 2}");
    expect(template.calls.map(({ name }) => name)).toEqual(['size']);
    expect(template.unreachable.map(({ start, end }) => template.text.slice(start, end))).toEqual([
      "{ 'never' }",
      '2',
    ]);
  });

  test('a text without expressions is constant', () => {
    expect(compileTemplate('plain').constant).toBe(true);
    expect(compileTemplate('${1}').constant).toBe(false);
  });

  test('explain shows every sub-expression with its value, up to the failure', () => {
    const { steps, error } = compileTemplate('${user.name.first}').explain(
      createBindings({ user: {} }),
      environment,
    );
    expect(steps.map(({ expression, value }) => `${expression} = ${value}`)).toEqual([
      'user = [:]',
      'user.name = null',
    ]);
    expect(error?.nullValue).toBe('user.name');
  });

  test('explain shows what stands in expressions, each once for each value, and no text around them', () => {
    const text = 'Hi ${user.name == null ? "" : user.name.trim()}! <% for (x in list) { %>${x + 1}<% } %>';
    const { steps } = compileTemplate(text).explain(
      createBindings({ user: { name: 'Ana' }, list: [1, 2] }),
      environment,
    );
    expect(steps.map(({ expression, value }) => `${expression} = ${value}`)).toEqual([
      "user = ['name':'Ana']",
      "user.name = 'Ana'",
      'user.name == null = false',
      "user.name.trim() = 'Ana'",
      `user.name == null ? "" : user.name.trim() = 'Ana'`,
      'list = [1, 2]',
      'x = 1',
      'x + 1 = 2',
      'x = 2',
      'x + 1 = 3',
    ]);
  });
});

describe('classes that escape and write JSON', () => {
  const text = 'a"b\\/é\n';
  test.each([
    ['${groovy.json.StringEscapeUtils.escapeJava(text)}', 'a\\"b\\\\/\\u00E9\\n'],
    ['${org.apache.commons.lang.StringEscapeUtils.escapeJava(text)}', 'a\\"b\\\\/\\u00E9\\n'],
    ['${org.apache.commons.lang3.StringEscapeUtils.escapeJson(text)}', 'a\\"b\\\\\\/\\u00E9\\n'],
    ['${org.apache.commons.text.StringEscapeUtils.escapeJava(none)}', 'null'],
    [
      '${[a: text, b: none, c: [1]] as grails.converters.JSON}',
      '{"a":"a\\"b\\\\/\\u00e9\\n","b":null,"c":[1]}',
    ],
  ])('%s', (template, expected) => {
    expect(compileTemplate(template).render(createBindings({ text, none: null }), environment)).toBe(
      expected,
    );
  });
});
