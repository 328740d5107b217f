import { SetupError } from '../tenant/errors.js';
import { type HttpAnswer, type HttpCall, httpCall } from './http-call.js';

/** The tenant that is recorded. */
export interface Target {
  /** Its base, without a slash at the end. */
  readonly url: URL;
  /** Names by which it may be called in its answers. */
  readonly hosts: readonly string[];
  /** The address of a path below the base. */
  address(pathAndQuery: string): URL;
  /** One call of the recorder itself. Rejects with `SetupError` `target-unreachable`. */
  call(pathAndQuery: string, call: Omit<HttpCall, 'timeoutMs'>): Promise<HttpAnswer>;
}

/** Reads the base URL of a tenant. Throws `SetupError` `target-invalid`. */
export function targetAt(base: string, timeoutMs: number): Target {
  if (!/^https?:\/\//i.test(base) || !URL.canParse(base)) {
    throw new SetupError(
      'target-invalid',
      `"${base}" is not a URL of http or https.`,
      'Give the base URL of a tenant, such as https://jama.example.com.',
    );
  }
  const url = new URL(base);
  url.search = '';
  url.hash = '';
  url.pathname = url.pathname.replace(/\/+$/, '');
  const path = url.pathname === '/' ? '' : url.pathname;
  const isAddress = /^[\d.]+$|^\[/.test(url.hostname);
  // The first label and the context path are often the name of an organization.
  const names = [...(isAddress ? [] : url.hostname.split('.').slice(0, 1)), ...path.split('/')];
  return {
    url,
    hosts: [url.host, url.hostname, path, ...names].filter((name) => name !== '' && !isProductName(name)),
    address: (pathAndQuery) => new URL(`${url.origin}${path}${pathAndQuery}`),
    async call(pathAndQuery, call) {
      try {
        return await httpCall(this.address(pathAndQuery), { ...call, timeoutMs });
      } catch (error) {
        throw unreachable(url, error);
      }
    },
  };
}

const isProductName = (name: string): boolean => /^\/?(?:jama|contour|www)$/.test(name);

const isOfCertificate = (code: string): boolean => /CERT|SELF_SIGNED|ISSUER|TLS/.test(code);

function unreachable({ origin }: URL, error: unknown): SetupError {
  const { code = '', message } = error as NodeJS.ErrnoException;
  // A host of several addresses fails once for each, with an error that says nothing itself.
  const causes = error instanceof AggregateError ? error.errors.map((one: Error) => one.message) : [message];
  return new SetupError(
    'target-unreachable',
    `${origin} cannot be reached: ${[...new Set(causes)].join('; ')}.`,
    isOfCertificate(code)
      ? 'Name the certificate of its authority: NODE_EXTRA_CA_CERTS=authority.pem jama-sim record ...'
      : 'Check the address, the network and --timeout. Nothing was written.',
  );
}
