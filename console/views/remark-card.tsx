/** Something to say about one line. */
export interface Remark {
  readonly document: string;
  readonly line: number;
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly remedy: string;
  readonly because: string;
  /** What it did when it was run. */
  readonly seen: readonly string[];
}

/** A remark with what to do about it, and why. */
export function RemarkCard({ remark }: { readonly remark: Remark }) {
  const { code, severity, message, remedy, because, seen } = remark;
  return (
    <div class={`remark ${severity}`}>
      <p class="remark-head">
        <span class="severity">{severity}</span> <code>{code}</code>
      </p>
      <p>{message}</p>
      <p class="mend">
        <span class="muted">mend</span> <code>{remedy}</code>
      </p>
      {(because !== '' || seen.length > 0) && (
        <details>
          <summary>why</summary>
          {because !== '' && <p>{because}</p>}
          {seen.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </details>
      )}
    </div>
  );
}
