import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { DocumentView } from '../../workbench/index.js';
import { jsonParts } from '../json-parts.js';
import { type Remark, RemarkCard } from './remark-card.js';

export interface SourceLinesProps {
  readonly document: DocumentView;
  readonly remarks: readonly Remark[];
  /** The line to go to. */
  readonly line: number | undefined;
  /** What can be done with it. */
  readonly children: ComponentChildren;
}

/** A connector JSON line by line, with the remarks beside their lines. */
export function SourceLines({ document, remarks, line, children }: SourceLinesProps) {
  const wanted = useRef<HTMLLIElement>(null);
  const lines = document.text.split('\n');
  const shown = line ?? Math.min(...remarks.map((remark) => remark.line));
  useEffect(() => wanted.current?.scrollIntoView({ block: 'center' }), [shown]);
  const of = (at: number) => remarks.filter((remark) => Math.min(remark.line, lines.length) === at);
  return (
    <section class="source" aria-labelledby="source-heading">
      <div class="source-head">
        <h2 id="source-heading">
          {document.file}
          {document.origin === 'default' && (
            <span class="muted"> built in, since the package has none that can be read</span>
          )}
        </h2>
        <span class="buttons">{children}</span>
      </div>
      {document.state !== 'ok' && document.text === '' && (
        <p class="muted">
          {document.name} is {document.state}.
        </p>
      )}
      <ol
        class={remarks.length > 0 ? 'scrolling' : 'scrolling plain'}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reached with the keyboard
        tabIndex={0}
        aria-labelledby="source-heading"
      >
        {lines.map((text, index) => {
          const own = of(index + 1);
          const number = index + 1;
          return (
            <li key={index} ref={number === shown ? wanted : null} class={lineClass(own, number === line)}>
              <span class="line-number">{number}</span>
              <code style={hanging(text)}>
                {jsonParts(text).map(({ kind, text: part }, at) =>
                  kind === 'plain' ? (
                    part
                  ) : (
                    <span key={at} class={kind}>
                      {part}
                    </span>
                  ),
                )}
              </code>
              {own.length > 0 && (
                <div class="remarks">
                  {own.map((remark) => (
                    <RemarkCard key={`${remark.code} ${remark.message}`} remark={remark} />
                  ))}
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** What does not fit into a line goes on a little to the right of where it began. */
function hanging(text: string): { readonly paddingLeft: string; readonly textIndent: string } {
  const indent = text.length - text.trimStart().length + 2;
  return { paddingLeft: `${indent}ch`, textIndent: `-${indent}ch` };
}

function lineClass(own: readonly Remark[], wanted: boolean): string {
  const worst = own.some(({ severity }) => severity === 'error') ? 'error' : (own[0]?.severity ?? '');
  return [worst, wanted ? 'wanted' : ''].join(' ').trim();
}
