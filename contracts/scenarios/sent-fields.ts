import { isObject } from '../../connector/index.js';

/** The fields of a body that was sent; none when it is no JSON object. */
export function sentFields(body: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body ?? '');
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
