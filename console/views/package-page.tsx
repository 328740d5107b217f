import { useMemo, useState } from 'preact/hooks';
import type { DocumentView, PackageView } from '../../workbench/index.js';
import { workbench } from '../api/workbench.js';
import { counted } from '../format.js';
import { saveFile } from '../save-file.js';
import { useAct } from '../state/act.js';
import type { Live } from '../state/live.js';
import { addressOf, type Route } from '../state/route.js';
import type { Drafts } from '../state/use-drafts.js';
import { type Bring, PackagePicker } from './package-picker.js';
import type { Remark } from './remark-card.js';
import { SourceEditor } from './source-editor.js';
import { SourceLines } from './source-lines.js';

export interface PackagePageProps {
  readonly tenant: string;
  readonly live: Live;
  readonly route: Route;
  readonly source: PackageView | undefined;
  readonly onSource: (source: PackageView) => void;
  readonly onBring: Bring;
  readonly drafts: Drafts;
}

/** The package: its connector JSONs, with findings beside the lines that they speak of. */
export function PackagePage({ tenant, live, route, source, onSource, onBring, drafts }: PackagePageProps) {
  const act = useAct();
  const [checking, setChecking] = useState(false);
  const [editing, setEditing] = useState<string | undefined>();
  const remarks = useMemo(() => remarksOf(source?.findings ?? [], live), [source, live.bench]);
  const documents = source?.documents ?? [];
  const shown =
    documents.find(({ name }) => name === route.document) ??
    documents.find(({ name }) => remarks.some(({ document }) => document === name)) ??
    documents.find(({ state }) => state === 'ok');
  const check = async () => {
    setChecking(true);
    await act('Every scenario was run.', async () => onSource(await workbench.check(tenant)));
    setChecking(false);
  };
  const download = () =>
    act('The package is downloaded; secrets in it stay covered.', async () =>
      saveFile(`${live.bench?.package.name ?? 'package'}.zip`, await workbench.zip(tenant)),
    );
  const failed = source?.scenarios.filter(({ status }) => status === 'failed') ?? [];
  return (
    <main class="package-page">
      <section class="package-head" aria-label="Package">
        <PackagePicker tenant={tenant} chosen={live.bench?.package} onBring={onBring} />
        <button type="button" disabled={checking || source === undefined} onClick={() => void check()}>
          {checking ? 'Running every scenario' : 'Check every flow'}
        </button>
        <button type="button" disabled={source === undefined} onClick={() => void download()}>
          Download<span class="hidden"> the package</span>
        </button>
        <p class="muted small">
          {source === undefined
            ? 'Loading'
            : source.checked === 'read'
              ? `${counted(source.findings.length, 'finding')} from reading it; nothing was run`
              : `${counted(source.findings.length, 'finding')}; ${source.scenarios.length - failed.length} of ${source.scenarios.length} scenarios did not fail`}
        </p>
      </section>
      <nav class="documents" aria-label="Connector JSONs">
        <ul>
          {documents.map((document) => (
            <li key={document.name}>
              <a
                href={addressOf({ view: 'package', tenant, document: document.name })}
                aria-current={document === shown ? 'page' : undefined}
              >
                {document.name}{' '}
                {drafts.of(document.name) !== undefined && <span class="tag off">not saved</span>}
                <DocumentCount document={document} remarks={remarks} />
              </a>
            </li>
          ))}
        </ul>
        {failed.length > 0 && (
          <details>
            <summary class="small">{counted(failed.length, 'scenario')} failed</summary>
            <ul class="small">
              {failed.map(({ id, title }) => (
                <li key={id}>{title}</li>
              ))}
            </ul>
          </details>
        )}
      </nav>
      {source === undefined || shown === undefined ? (
        <p class="muted">Nothing to show.</p>
      ) : editing === shown.name || drafts.of(shown.name) !== undefined ? (
        <SourceEditor
          key={shown.name}
          tenant={tenant}
          source={source}
          document={shown}
          remarks={remarks.filter(({ document }) => document === shown.name)}
          line={route.line}
          draft={drafts.of(shown.name)}
          onWrite={(draft) => drafts.write(shown.name, draft)}
          onSaved={(view) => {
            setEditing(shown.name);
            drafts.saved(shown.name, source.id, view.id);
            onSource(view);
            void act(savedWords(shown.name, view), () => Promise.resolve());
          }}
          onClose={() => {
            setEditing(undefined);
            drafts.discard(shown.name);
          }}
        />
      ) : (
        <SourceLines
          key={shown.name}
          document={shown}
          remarks={remarks.filter(({ document }) => document === shown.name)}
          line={route.line}
        >
          <button type="button" onClick={() => setEditing(shown.name)}>
            Edit<span class="hidden"> {shown.file}</span>
          </button>
          <button
            type="button"
            onClick={() =>
              saveFile(`${shown.name}.json`, new Blob([shown.text], { type: 'application/json' }))
            }
          >
            Download<span class="hidden"> {shown.file}</span>
          </button>
        </SourceLines>
      )}
    </main>
  );
}

function savedWords(document: string, { findings }: PackageView): string {
  const own = findings.filter(({ file }) => file === document).length;
  return `${document} is saved: ${counted(own, 'finding')} in it, ${findings.length} in the package.`;
}

function DocumentCount(props: { readonly document: DocumentView; readonly remarks: readonly Remark[] }) {
  const { document, remarks } = props;
  const own = remarks.filter((remark) => remark.document === document.name);
  const severe = own.some(({ severity }) => severity === 'error');
  if (own.length > 0)
    return <span class={severe ? 'count bad' : 'count'}>{counted(own.length, 'finding')}</span>;
  return document.state === 'ok' ? null : <span class="tag plain">{document.state}</span>;
}

/** The findings of the package, and the problems of the last run. */
function remarksOf(findings: PackageView['findings'], live: Live): readonly Remark[] {
  const run = live.bench?.runs.findLast((one) => one.package === live.bench?.package.id);
  return [
    ...findings.map(({ file, line, code, severity, message, remedy, because, seen }) => ({
      ...{ document: file, line, code, severity, message, remedy, seen: seen ?? [] },
      because: because ?? '',
    })),
    ...(run?.problems ?? []).map(({ document, line, code, message, remedy }) => ({
      ...{ document, line, code, message, remedy, because: '', severity: 'error' as const },
      seen: [`run ${run?.id}: ${run?.request.flow}`],
    })),
  ];
}
