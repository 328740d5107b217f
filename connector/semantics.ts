/** How EIC is taken to behave where nothing is documented. */
export interface Semantics {
  /** First value of the offset parameter. */
  readonly offsetStart: number;
}
