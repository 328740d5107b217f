export { recordTenant, startRecorder } from './record.js';
export type { Recorder, RecorderOptions, RecordOptions } from './recorder.js';
export { writeFixture } from './write-fixture.js';
