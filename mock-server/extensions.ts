/**
 * The routes of an extension: a Router of Express, or any other handler of a request, a response and what comes next. It is said
 * without Express's types, which those who use the simulator need not have.
 */
export type ExtensionRoutes = (request: never, response: never, next: never) => unknown;

/**
 * An API that somebody else serves beside the tenants. Requests reach its routes only when the admin API would answer them too:
 * from this machine or with the admin token, and never from a page of another origin. Their bodies are read as JSON.
 */
export interface Extension {
  /** First segment of the path; it begins with two underscores, as no tenant's name does. */
  readonly path: string;
  /** The largest body of a request, in bytes; 100 KB unless it is given. */
  readonly bodyLimit?: number;
  /**
   * Whether its routes heed what a caller may use, which they find in `response.locals.access`; else a token that is limited to some
   * tenants reaches none of them.
   */
  readonly heedsAccess?: boolean;
  /** Its routes, below `path`; loaded with the first request. */
  readonly load: (around: { readonly stopping: AbortSignal }) => Promise<ExtensionRoutes>;
}

/** A request that an extension refuses; answered as application/problem+json. */
export class ExtensionProblem extends Error {
  override readonly name = 'ExtensionProblem';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
