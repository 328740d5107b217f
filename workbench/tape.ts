import { setImmediate as soon } from 'node:timers/promises';

/** What a connector learns from outside: answers, the time, and that time has passed. */
export interface Outside {
  readonly fetch: typeof fetch;
  readonly clock: { now(): number };
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** The outside of one connector, which can tell again what it told in a run. */
export interface Tape extends Outside {
  /** Keeps what is told from now on, in place of what was kept. */
  record(): void;
  /** Keeps nothing any more. */
  stop(): void;
  /** Notes that the next call is about to go out; false if a call before it went another way and cannot be told again. */
  mark(): boolean;
  /** Tells again what was told before the call of this index; then goes on, and keeps that too. */
  rewind(call: number): void;
  /** Whether the next call has its answer on the tape. */
  repeats(): boolean;
}

/** The answer of a call, or why there was none. */
type Told = { readonly status: number; readonly headers: [string, string][]; readonly text: string } | Error;

/** How much had been told when a call went out. */
interface Mark {
  readonly readings: number;
  readonly sleeps: number;
}

/** Statuses whose answers have no body. */
const WITHOUT_BODY = new Set([204, 205, 304]);

/** Makes a tape over the outside. Nothing is kept until it records. */
export function createTape(live: Outside): Tape {
  let recording = false;
  let marks: Mark[] = [];
  let answers: Told[] = [];
  let readings: number[] = [];
  let sleeps = 0;
  /** How much of each was told since it began or was rewound. */
  let told = { answers: 0, readings: 0, sleeps: 0 };

  function begin(isRecording: boolean): void {
    recording = isRecording;
    [marks, answers, readings, sleeps] = [[], [], [], 0];
    told = { answers: 0, readings: 0, sleeps: 0 };
  }

  async function ask(...given: Parameters<typeof fetch>): Promise<Told> {
    try {
      const response = await live.fetch(...given);
      return { status: response.status, headers: [...response.headers], text: await response.text() };
    } catch (error) {
      return error as Error;
    }
  }

  return {
    record: () => begin(true),
    stop: () => begin(false),
    mark() {
      const isWhole = told.answers === marks.length;
      marks.push({ readings: told.readings, sleeps: told.sleeps });
      return isWhole;
    },
    rewind(call) {
      const at = marks[call] ?? { readings: 0, sleeps: 0 };
      [marks, answers] = [marks.slice(0, call), answers.slice(0, call)];
      [readings, sleeps] = [readings.slice(0, at.readings), at.sleeps];
      told = { answers: 0, readings: 0, sleeps: 0 };
    },
    repeats: () => told.answers < answers.length,
    clock: {
      now() {
        if (!recording) return live.clock.now();
        const known = readings[told.readings] ?? live.clock.now();
        readings[told.readings] = known;
        told.readings += 1;
        return known;
      },
    },
    async sleep(milliseconds) {
      told.sleeps += 1;
      if (told.sleeps <= sleeps) return;
      sleeps = told.sleeps;
      await live.sleep(milliseconds);
    },
    async fetch(...given) {
      if (!recording) return live.fetch(...given);
      const at = told.answers;
      told.answers += 1;
      // An answer never comes before what was begun with the call has had its turn.
      await soon();
      const answer = answers[at] ?? (await ask(...given));
      if (recording) answers[at] = answer;
      // Errors of fetch may be of another realm: they are told by their shape.
      if (!('text' in answer)) throw answer;
      const { status, headers, text } = answer;
      return new Response(WITHOUT_BODY.has(status) ? null : text, { status, headers });
    },
  };
}
