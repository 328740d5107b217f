import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { TrafficEntry } from '../../mock-server/index.js';
import type { StepView } from '../../workbench/index.js';
import { admin } from '../api/admin.js';
import { workbench } from '../api/workbench.js';
import { counted, prettyBody } from '../format.js';
import { wordsOf } from '../state/act.js';
import type { TrafficRow } from '../traffic-rows.js';
import { StepLink } from './traffic-list.js';

interface Loaded {
  readonly entry?: TrafficEntry;
  readonly view?: StepView;
  readonly trouble?: string;
}

/** An exchange unfolded: template, bindings, request, response and mapping. */
export function ExchangeDetails({ tenant, row }: { readonly tenant: string; readonly row: TrafficRow }) {
  const [{ entry, view, trouble }, setLoaded] = useState<Loaded>({});
  const { exchange, step } = row;
  const [id, run, index] = [exchange?.id, step?.run, step?.index];
  useEffect(() => {
    const load = async (): Promise<Loaded> => {
      const [one, other] = await Promise.all([
        id === undefined ? undefined : admin.exchange(tenant, id),
        run === undefined || index === undefined ? undefined : workbench.step(tenant, run, index),
      ]);
      return { ...(one ? { entry: one } : {}), ...(other ? { view: other } : {}) };
    };
    load().then(setLoaded, (error) => setLoaded({ trouble: wordsOf(error) }));
  }, [tenant, id, run, index]);

  if (trouble !== undefined) return <p class="problem">{trouble}</p>;
  const method = entry?.method ?? view?.step.request?.method;
  return (
    <div class="exchange-details">
      {view && (
        <p class="where">
          {view.flow} · <StepLink tenant={tenant} step={view} /> · <code>{view.pointer}</code>
        </p>
      )}
      {view?.step.problem && (
        <p class="problem">
          {view.step.problem.message} <span class="muted">{view.step.problem.remedy}</span>
        </p>
      )}
      {view && <Templates view={view} />}
      {entry && (
        <Text title="Request">
          {`${method} ${entry.path}${entry.search}${headerLines(entry.requestHeaders)}${body(entry.requestBody)}`}
        </Text>
      )}
      {!entry && view?.step.request && (
        <Text title="Request">
          {`${method} ${view.step.request.url}${headerLines(view.step.request.headers)}${body(view.step.request.body)}`}
        </Text>
      )}
      {entry && (
        <Text title="Response">
          {`${entry.status === 0 ? 'The connection was cut without an answer.' : entry.status}${headerLines(entry.responseHeaders)}${body(entry.responseBody)}`}
        </Text>
      )}
      {view && <Mapping view={view} />}
    </div>
  );
}

function Templates({ view }: { readonly view: StepView }) {
  const { templates } = view.step;
  if (templates.length === 0) return null;
  const bound = Object.entries(
    Object.assign({}, ...templates.map(({ bindings }) => bindings)) as Record<string, string>,
  );
  return (
    <>
      <Block title="Templates">
        <dl class="templates">
          {templates.map(({ pointer, text, value, error }) => (
            <div key={pointer}>
              <dt>
                <code>{pointer.slice(view.pointer.length) || pointer}</code>
              </dt>
              <dd>
                <code>{text}</code>
                <code class={error === undefined ? 'became' : 'became bad'}>{error ?? value}</code>
              </dd>
            </div>
          ))}
        </dl>
      </Block>
      {bound.length > 0 && (
        <Block title="Bindings">
          <dl class="bindings">
            {bound.map(([path, value]) => (
              <div key={path}>
                <dt>
                  <code>{path}</code>
                </dt>
                <dd>
                  <code>{value}</code>
                </dd>
              </div>
            ))}
          </dl>
        </Block>
      )}
    </>
  );
}

function Mapping({ view }: { readonly view: StepView }) {
  const { mapped, assumptions } = view.step;
  if (mapped === undefined && assumptions.length === 0) return null;
  return (
    <Block title="Mapping">
      {mapped && (
        <>
          <p class="small">
            {counted(mapped.records, 'record')}
            {mapped.example ? ', such as' : ''}
          </p>
          {mapped.example && (
            <dl class="bindings">
              {Object.entries(mapped.example).map(([column, value]) => (
                <div key={column}>
                  <dt>
                    <code>{column}</code>
                  </dt>
                  <dd>
                    <code>{value ?? 'null'}</code>
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </>
      )}
      {assumptions.length > 0 && <p class="muted small">rests on {assumptions.join(', ')}</p>}
    </Block>
  );
}

const Block = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => (
  <section class="block">
    <h3>{title}</h3>
    {children}
  </section>
);

const Text = ({ title, children }: { readonly title: string; readonly children: string }) => (
  <Block title={title}>
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reached with the keyboard
      tabIndex={0}
    >
      {children}
    </pre>
  </Block>
);

const body = (text = ''): string => (text === '' ? '' : `\n\n${prettyBody(text)}`);

function headerLines(headers: Readonly<Record<string, string | readonly string[] | undefined>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `\n${name}: ${[value].flat().join(', ')}`)
    .join('');
}
