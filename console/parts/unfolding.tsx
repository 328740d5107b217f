import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

export interface UnfoldingProps {
  readonly summary: ComponentChildren;
  /** Made when it is unfolded for the first time. */
  readonly children: () => ComponentChildren;
}

/** A line that unfolds; what is in it is made only when somebody wants to see it. */
export function Unfolding({ summary, children }: UnfoldingProps) {
  const [wasOpen, setWasOpen] = useState(false);
  return (
    <details
      class="unfolding"
      onToggle={(event) => {
        if (event.currentTarget.open) setWasOpen(true);
      }}
    >
      <summary>{summary}</summary>
      {wasOpen && children()}
    </details>
  );
}
