import { type ConnectionPackage, DOCUMENT_NAMES, readDocument } from '../connector/index.js';
import { ExtensionProblem } from '../mock-server/index.js';
import { EditProblem } from './edit-problem.js';
import { uncoveredText } from './uncovered-text.js';

/**
 * A package with another text for one of its connector JSONs; secrets that are still covered are those of before.
 * @throws ExtensionProblem `document-unknown`, EditProblem `json-invalid`, `secret-covered`
 */
export function editedPackage(source: ConnectionPackage, name: string, text: string): ConnectionPackage {
  if (!DOCUMENT_NAMES.some((one) => one === name))
    throw new ExtensionProblem(404, 'document-unknown', `There is no connector JSON "${name}".`);
  const before = source.document(name);
  const { file } = before;
  const { state, problem } = readDocument({ name, file, text });
  if (problem)
    throw new EditProblem(
      'json-invalid',
      `This is not JSON: line ${problem.line}, column ${problem.column}: ${problem.message}. ${problem.remedy}`,
      problem.line,
      problem.column,
    );
  if (name === 'ConnectionJSON' && state !== 'ok')
    throw new EditProblem('json-invalid', 'Nothing runs without a ConnectionJSON: write one.', 1, 1);
  const edited = readDocument({ name, file, text: uncoveredText(text, before) });
  const documents = new Map(source.documents).set(name, edited);
  return {
    ...source,
    documents,
    document: (wanted) => documents.get(wanted) ?? readDocument({ name: wanted, text: undefined }),
  };
}
