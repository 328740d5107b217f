import {
  type ConnectionPackage,
  type ConnectorDocument,
  compileTemplate,
  isObject,
  type JsonValue,
  pointerTo,
  type Template,
  TemplateError,
} from '../../connector/index.js';

/** A string of a connector JSON that EIC evaluates as a template. */
export interface TemplateSite {
  readonly document: ConnectorDocument;
  readonly pointer: string;
  readonly text: string;
  /** Undefined when it does not compile. */
  readonly template: Template | undefined;
  readonly error: TemplateError | undefined;
}

/** Every template of a package. A string counts as one when it has an expression in it, wherever it stands. */
export function templateSites(connectionPackage: ConnectionPackage): TemplateSite[] {
  return [...connectionPackage.documents.values()].flatMap((document) =>
    document.value === undefined ? [] : within(document, document.value, ''),
  );
}

function within(document: ConnectorDocument, value: JsonValue, pointer: string): TemplateSite[] {
  if (typeof value === 'string') return value.includes('${') ? [site(document, pointer, value)] : [];
  if (Array.isArray(value))
    return value.flatMap((item, index) => within(document, item, pointerTo(pointer, index)));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    child === undefined ? [] : within(document, child, pointerTo(pointer, key)),
  );
}

function site(document: ConnectorDocument, pointer: string, text: string): TemplateSite {
  try {
    return { document, pointer, text, template: compileTemplate(text), error: undefined };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return { document, pointer, text, template: undefined, error };
  }
}
