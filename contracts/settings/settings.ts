/** A rule that is switched off at one place and below it, and why. */
export interface Suppression {
  /** The code of the findings, such as `page-size-above-cap`. */
  readonly rule: string;
  /** The connector JSON's name, such as `ImportAccountEntJSON`. */
  readonly file: string;
  /** JSON pointer; the whole connector JSON when it is empty. */
  readonly pointer: string;
  readonly reason: string;
}

/** What a `jama-sim.json` says. */
export interface Settings {
  readonly off: readonly Suppression[];
}

/** A settings file that cannot be used, with the place and what to do. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';

  constructor(
    readonly code: 'settings-unreadable' | 'settings-invalid',
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}
