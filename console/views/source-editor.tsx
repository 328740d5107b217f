import { useEffect, useRef, useState } from 'preact/hooks';
import type { DocumentView, PackageView } from '../../workbench/index.js';
import { ApiProblem } from '../api/http.js';
import { workbench } from '../api/workbench.js';
import { wordsOf } from '../state/act.js';
import type { Draft } from '../state/use-drafts.js';
import { type Remark, RemarkCard } from './remark-card.js';

export interface SourceEditorProps {
  readonly tenant: string;
  readonly source: PackageView;
  readonly document: DocumentView;
  readonly remarks: readonly Remark[];
  /** The line to begin at. */
  readonly line: number | undefined;
  readonly draft: Draft | undefined;
  readonly onWrite: (draft: Draft) => void;
  readonly onSaved: (view: PackageView) => void;
  readonly onClose: () => void;
}

interface Trouble {
  readonly message: string;
  readonly line?: number;
}

/** A connector JSON to be written in, with the findings of what was saved beside it. */
export function SourceEditor(props: SourceEditorProps) {
  const { tenant, source, document, remarks, line, draft, onWrite, onSaved, onClose } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const numbers = useRef<HTMLOListElement>(null);
  const [trouble, setTrouble] = useState<Trouble | undefined>();
  const [saving, setSaving] = useState(false);
  const text = draft?.text ?? document.text;
  const lines = text.split('\n');
  const marked = new Map(remarks.map((remark) => [Math.min(remark.line, lines.length), remark.severity]));
  const changed = text !== document.text;
  const stale = draft !== undefined && draft.package !== source.id;

  const goTo = (wanted: number, column = 1): void => {
    const at = lines.slice(0, wanted - 1).reduce((sum, one) => sum + one.length + 1, 0);
    field.current?.focus();
    field.current?.setSelectionRange(at + column - 1, at + column - 1);
    if (field.current) {
      field.current.scrollTop = Math.max(0, (wanted - 6) * lineHeightOf(field.current));
      field.current.scrollLeft = 0;
    }
  };
  // Only when it opens, and when a link asks for another line.
  useEffect(() => goTo(line ?? remarks[0]?.line ?? 1), [line]);

  async function save(): Promise<void> {
    if (saving || !changed) return;
    setSaving(true);
    try {
      const view = await workbench.edit(tenant, document.name, { package: source.id, text });
      setTrouble(undefined);
      onSaved(view);
    } catch (error) {
      const place = error instanceof ApiProblem ? error.place : undefined;
      setTrouble({ message: wordsOf(error), ...(place ? { line: place.line } : {}) });
      if (place) goTo(place.line, place.column);
    }
    setSaving(false);
  }

  return (
    <section class="source editor" aria-labelledby="source-heading">
      <div class="source-head">
        <h2 id="source-heading">{document.file}</h2>
        <span class="buttons">
          <button type="button" class="primary" disabled={!changed || saving} onClick={() => void save()}>
            Save
          </button>
          <button type="button" onClick={onClose}>
            {changed ? 'Discard' : 'Close'}
          </button>
        </span>
        <p class="muted small" id="editor-how">
          {changed ? 'Not saved yet. ' : ''}Ctrl+S saves a copy of the package for this tenant alone.
          {text.includes('•') && ' Dots cover secrets: leave them, and the secrets stay.'}
        </p>
      </div>
      {stale && (
        <p class="problem" role="alert">
          The package was changed or another one was chosen since you began to write. Save puts your text over
          it as it is now.
        </p>
      )}
      {trouble && (
        <p class="problem" role="alert" id="editor-trouble">
          {trouble.message} <span class="muted">Nothing was saved, and nothing is lost.</span>
        </p>
      )}
      <div class="writing">
        <ol ref={numbers} class="numbers" aria-hidden="true">
          {lines.map((_, index) => (
            <li key={index} class={trouble?.line === index + 1 ? 'error' : (marked.get(index + 1) ?? '')}>
              {index + 1}
            </li>
          ))}
        </ol>
        <textarea
          ref={field}
          value={text}
          wrap="off"
          spellcheck={false}
          autocomplete="off"
          aria-label={`Text of ${document.file}`}
          aria-describedby={trouble ? 'editor-trouble' : 'editor-how'}
          aria-invalid={trouble !== undefined}
          onInput={(event) =>
            onWrite({ package: draft?.package ?? source.id, text: event.currentTarget.value })
          }
          onScroll={(event) => {
            if (numbers.current) numbers.current.scrollTop = event.currentTarget.scrollTop;
          }}
          onKeyDown={(event) => {
            if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            void save();
          }}
        />
        <section
          class="beside scrolling"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reached with the keyboard
          tabIndex={0}
          aria-label="Findings of what was saved"
        >
          {remarks.length === 0 && <p class="muted small">Nothing is found in what was saved.</p>}
          {remarks.map((remark) => (
            <div key={`${remark.code} ${remark.line} ${remark.message}`}>
              <button type="button" class="link" onClick={() => goTo(remark.line)}>
                line {remark.line}
              </button>
              <RemarkCard remark={remark} />
            </div>
          ))}
        </section>
      </div>
    </section>
  );
}

const lineHeightOf = (element: HTMLElement): number =>
  Number.parseFloat(getComputedStyle(element).lineHeight) || 20;
