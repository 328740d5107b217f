import { useEffect, useRef } from 'preact/hooks';

export interface ConfirmDialogProps {
  readonly question: string;
  /** What will be lost and what stays. */
  readonly consequence: string;
  /** The word on the button that does it. */
  readonly action: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something is lost. Escape and "Keep" close it; the page gives the focus back. */
export function ConfirmDialog({ question, consequence, action, onConfirm, onClose }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const left = useRef(false);
  useEffect(() => dialog.current?.showModal(), []);

  /** Closing gives the focus back. The event that tells of it may come late, when the next question is asked already. */
  function leave(): void {
    if (left.current) return;
    left.current = true;
    dialog.current?.close();
    onClose();
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby="confirm-question"
      aria-describedby="confirm-more"
      onCancel={leave}
      onClose={leave}
    >
      <h2 id="confirm-question">{question}</h2>
      <p id="confirm-more">{consequence}</p>
      <span class="buttons">
        <button type="button" onClick={leave}>
          Keep
        </button>
        <button
          type="button"
          class="danger"
          onClick={() => {
            onConfirm();
            leave();
          }}
        >
          {action}
        </button>
      </span>
    </dialog>
  );
}
