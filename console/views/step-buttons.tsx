import type { RunFacts } from '../../workbench/index.js';
import { workbench } from '../api/workbench.js';
import { useAct } from '../state/act.js';

export interface StepProps {
  readonly tenant: string;
  readonly run: RunFacts;
  /** Whether the last call of the run can be taken back. */
  readonly canStepBack: boolean;
}

/** What can be done to a run that waits before a call. */
export function useSteps({ tenant, run: { id, waiting }, canStepBack }: StepProps) {
  const act = useAct();
  return {
    canGoOn: waiting !== null,
    canStepBack,
    next: () => void act('The call went out.', () => workbench.next(tenant, id)),
    rest: () => void act('All calls go out.', () => workbench.rest(tenant, id)),
    stepBack: () =>
      void act('Both sides, the clock and the traffic are as before the last call.', () =>
        workbench.stepBack(tenant, id),
      ),
  };
}

interface StepButtonProps {
  readonly label: string;
  readonly shortcut?: string;
  readonly enabled: boolean;
  readonly primary?: boolean;
  readonly onStep: () => void;
}

/** A button that keeps the focus while it cannot be used: between two calls that is for a moment only. */
export function StepButton({ label, shortcut, enabled, primary = false, onStep }: StepButtonProps) {
  return (
    <button
      type="button"
      class={primary ? 'primary' : undefined}
      aria-disabled={enabled ? undefined : true}
      aria-keyshortcuts={shortcut}
      title={shortcut === undefined ? undefined : `Key: ${shortcut}`}
      onClick={() => enabled && onStep()}
    >
      {label}
    </button>
  );
}

/** Takes the last call back; nothing for a run that was not made step by step. */
export function StepBackButton(props: StepProps) {
  const { stepBack, canStepBack } = useSteps(props);
  if (props.run.request.mode !== 'step') return null;
  return <StepButton label="Back one call" shortcut="ArrowLeft" enabled={canStepBack} onStep={stepBack} />;
}

/** The keys of a run: the arrow to the right lets the next call go, the one to the left takes the last one back. */
export function stepKeys({ canGoOn, canStepBack, next, stepBack }: ReturnType<typeof useSteps>) {
  return (event: KeyboardEvent): void => {
    const plain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
    if (!plain || !(event.target instanceof HTMLElement) || event.target.closest('input, select, textarea'))
      return;
    if (event.key === 'ArrowRight' && canGoOn) next();
    else if (event.key === 'ArrowLeft' && canStepBack) stepBack();
    else return;
    event.preventDefault();
  };
}
