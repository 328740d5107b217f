import { ExtensionProblem } from '../mock-server/index.js';

/** A text that cannot be saved as a connector JSON, with the place of what is wrong. */
export class EditProblem extends ExtensionProblem {
  constructor(
    code: 'json-invalid' | 'secret-covered',
    message: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(422, code, message);
  }
}
