import { useEffect, useRef, useState } from 'preact/hooks';
import type { LessonStepView, LessonView } from '../../workbench/index.js';
import { workbench } from '../api/workbench.js';
import { TextBlocks } from '../parts/text-blocks.js';
import { useAct } from '../state/act.js';
import type { Live } from '../state/live.js';
import { addressOf } from '../state/route.js';
import { useLesson } from '../state/use-lesson.js';

export interface LessonPanelProps {
  readonly tenant: string;
  readonly lesson: string;
  readonly live: Live;
}

/** A lesson beside what it is about: what to do, and which of its steps are reached, as it happens. */
export function LessonPanel({ tenant, lesson, live }: LessonPanelProps) {
  const { view, trouble } = useLesson(tenant, lesson, live);
  const [begins, setBegins] = useState(0);
  const progress = live.bench?.course;
  const all = addressOf({ view: 'lessons', tenant });
  if (view === undefined)
    return (
      <aside class="lesson-panel" aria-label="Lesson">
        <p class="small">
          <a href={all}>All lessons</a>
        </p>
        <p class={trouble === undefined ? 'muted' : 'problem'}>{trouble ?? 'Loading'}</p>
      </aside>
    );
  const begin = { tenant, view, onBegun: () => setBegins((before) => before + 1) };
  const done = view.begun && view.steps.every((step) => step.done);
  const other = progress?.lesson !== view.id && progress !== undefined && progress.step < progress.steps;
  return (
    <aside class="lesson-panel" aria-labelledby="lesson-heading">
      <p class="small lesson-place">
        <a href={all}>All lessons</a>{' '}
        <span class="muted">
          {view.number} of {progress?.lessons ?? view.number}
        </span>
      </p>
      <h2 id="lesson-heading">{view.title}</h2>
      <p class="goal">{view.goal}</p>
      {!view.begun && (
        <div class="begin">
          <BeginButton {...begin} />
          <p class="small muted">
            The tenant, its clock, its faults, the EIC side and the package become what the lesson needs. What
            is there now is replaced{other && `, and the lesson “${progress.title}” is left`}.
          </p>
        </div>
      )}
      <LessonText view={view} begins={begins} />
      <Steps view={view} begins={begins} />
      <Announcement view={view} />
      {done && (
        <p class="lesson-done">
          <b>Done.</b> <NextLesson tenant={tenant} view={view} />
        </p>
      )}
      {view.begun && (
        <p class="again">
          <BeginButton {...begin} />
        </p>
      )}
    </aside>
  );
}

interface BegunProps {
  readonly view: LessonView;
  /** How often it was begun on this page. */
  readonly begins: number;
}

/** What the lesson is about; once it is begun the steps are what counts. */
function LessonText({ view, begins }: BegunProps) {
  const [open, setOpen] = useState(!view.begun);
  useEffect(() => {
    if (begins > 0) setOpen(false);
  }, [begins]);
  return (
    <details
      open={open}
      class="lesson-text"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>What it is about</summary>
      <div class="prose">
        <TextBlocks blocks={view.text} />
      </div>
    </details>
  );
}

interface BeginProps {
  readonly tenant: string;
  readonly view: LessonView;
  readonly onBegun: () => void;
}

function BeginButton({ tenant, view, onBegun }: BeginProps) {
  const act = useAct();
  const [busy, setBusy] = useState(false);
  const begin = async () => {
    setBusy(true);
    await act(`The lesson “${view.title}” begins.`, async () => {
      await workbench.beginLesson(tenant, view.id);
      onBegun();
    });
    setBusy(false);
  };
  return (
    <button type="button" class={view.begun ? '' : 'primary'} disabled={busy} onClick={() => void begin()}>
      {busy ? 'Preparing' : view.begun ? 'Begin again' : 'Begin'}
    </button>
  );
}

function Steps({ view: { steps, begun }, begins }: BegunProps) {
  const open = steps.findIndex((step) => !step.done);
  const list = useRef<HTMLOListElement>(null);
  const shown = useRef(0);
  // The step is the current one only when the lesson was read again, which may be after it was begun.
  useEffect(() => {
    const current = list.current?.querySelector('.current');
    if (!current || shown.current === begins) return;
    shown.current = begins;
    current.scrollIntoView({ block: 'center' });
  }, [begins, begun, open]);
  return (
    <ol class="steps" aria-label="Steps" ref={list}>
      {steps.map((step, at) => (
        <Step key={at} step={step} number={at + 1} current={begun && at === open} />
      ))}
    </ol>
  );
}

interface StepProps {
  readonly step: LessonStepView;
  readonly number: number;
  readonly current: boolean;
}

function Step({ step, number, current }: StepProps) {
  const { text, hint, done, lacking } = step;
  return (
    <li class={done ? 'reached' : current ? 'current' : ''} aria-current={current ? 'step' : undefined}>
      <span class="mark">
        <span aria-hidden="true">{done ? '✓' : number}</span>
        <span class="hidden">{`Step ${number}${done ? ', reached' : ''}`}</span>
      </span>
      <div class="prose">
        <TextBlocks blocks={text} />
        {hint !== undefined && !done && (
          <details>
            <summary>Where to look</summary>
            <TextBlocks blocks={hint} />
          </details>
        )}
        {current && lacking.length > 0 && (
          <dl class="lacking">
            {lacking.map(({ wanted, seen }) => (
              <div key={wanted}>
                <dt>
                  <span class="muted">wanted</span> {wanted}
                </dt>
                <dd>
                  <span class="muted">now</span> {seen}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </li>
  );
}

/** Says what was reached, for those who do not see it. */
function Announcement({ view }: { readonly view: LessonView }) {
  const reached = view.steps.filter(({ done }) => done).length;
  const before = useRef({ id: view.id, reached });
  const [words, setWords] = useState('');
  useEffect(() => {
    const { id, reached: known } = before.current;
    before.current = { id: view.id, reached };
    if (id !== view.id || reached <= known) return;
    const last = view.steps.length;
    setWords(
      reached === last
        ? `All ${last} steps are reached: the lesson is done.`
        : `${reached} of ${last} steps are reached.`,
    );
  }, [view.id, view.steps.length, reached]);
  return (
    <p role="status" class="hidden">
      {words}
    </p>
  );
}

function NextLesson({ tenant, view }: { readonly tenant: string; readonly view: LessonView }) {
  const [next, setNext] = useState<{ readonly id: string; readonly title: string } | undefined>();
  useEffect(() => {
    workbench.course(tenant).then(
      ({ lessons }) => setNext(lessons.find(({ number }) => number === view.number + 1)),
      () => setNext(undefined),
    );
  }, [tenant, view.number]);
  if (next === undefined) return <a href={addressOf({ view: 'lessons', tenant })}>All lessons</a>;
  return (
    <a class="button" href={addressOf({ view: 'lessons', tenant, lesson: next.id })}>
      Next lesson: {next.title}
    </a>
  );
}
