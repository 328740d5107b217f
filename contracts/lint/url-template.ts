/** An expression, which may hold blocks of its own. */
const expression = /\$\{((?:[^{}]|\{[^{}]*\})*)\}/g;

/**
 * The path of a URL template with each expression as `{}`, ready to be matched against the paths of an API:
 * `.../users/${account.accountID}/active?x=1` becomes `.../users/{}/active`.
 */
export function urlWithHoles(url: string): string {
  return url.replaceAll(expression, '{}');
}

/** The query parameters that a URL template carries, names only where a value holds an expression. */
export function queryOf(url: string): URLSearchParams {
  return new URLSearchParams(urlWithHoles(url).split('?')[1] ?? '');
}

/** The expressions that stand in the path of a URL template, by the index of their path segment counted from its end. */
export function expressionsFromEnd(url: string): ReadonlyMap<number, string> {
  const [address = ''] = url.split('?');
  const expressions: string[] = [];
  const holed = address.replaceAll(
    expression,
    (_, source: string) => `{${expressions.push(source.trim()) - 1}}`,
  );
  const segments = holed.split('/').reverse();
  return new Map(
    segments.flatMap((segment, index): [number, string][] => {
      const hole = /^\{(\d+)\}$/.exec(segment)?.[1];
      return hole === undefined ? [] : [[index, expressions[Number(hole)] ?? '']];
    }),
  );
}
