/** A server that is measured: how it is started, and the request that it is asked. */
export interface Contender {
  readonly name: string;
  /** What it does besides sending the page. */
  readonly does: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly port: number;
  /** Path of the page. */
  readonly path: string;
  /** Headers of the request for the page, once the server answers. */
  headers(): Promise<Readonly<Record<string, string>>>;
}

export const noHeaders = (): Promise<Readonly<Record<string, string>>> => Promise.resolve({});
