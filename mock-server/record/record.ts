import type { Fixture } from '../fixture/index.js';
import type { Credentials } from '../tenant/credentials.js';
import type { Recorder, RecorderOptions, RecordOptions } from './recorder.js';

/** As `recordOnce`; what records is loaded only now, since a tenant starts without it. */
export async function recordTenant(
  options: RecordOptions & { readonly credentials: Credentials },
): Promise<Fixture> {
  const { recordOnce } = await import('./recorder.js');
  return recordOnce(options);
}

/** As `openRecorder`. */
export async function startRecorder(options: RecorderOptions): Promise<Recorder> {
  const { openRecorder } = await import('./recorder.js');
  return openRecorder(options);
}
