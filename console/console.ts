import { type Action, act, overview, tenants } from './admin-api.js';

const refreshMs = 1000;

const select = element('tenant', HTMLSelectElement);
const status = element('status', HTMLElement);

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-action]')) {
  button.addEventListener('click', () => {
    void report(async () => {
      await act(select.value, button.dataset.action as Action);
      await show();
      return `${button.textContent}: done`;
    });
  });
}
select.addEventListener('change', () => void report(show));

await report(async () => {
  const list = await tenants();
  select.replaceChildren(...list.map(({ name }) => new Option(name, name)));
  return show();
});
setInterval(() => void show().catch(complain), refreshMs);

/** Draws the chosen tenant as it is now. */
async function show(): Promise<string> {
  const { facts, clock, tokens, requests } = await overview(select.value);
  element('facts', HTMLElement).replaceChildren(
    ...pair('users', facts.users),
    ...pair('user groups', facts.usergroups),
    ...pair('projects', facts.projects),
    ...pair('profile', facts.profile),
    ...pair('clock', `${new Date(clock.now).toISOString()} (${clock.mode})`),
  );
  rows(
    'tokens',
    tokens.map(({ id, leftMs }) => [id, leftMs > 0 ? `${Math.ceil(leftMs / 1000)} s` : 'expired']),
  );
  rows(
    'traffic',
    [...requests]
      .reverse()
      .slice(0, 50)
      .map(({ method, path, status: code }) => [method, path, String(code)]),
  );
  return 'Up to date';
}

async function report(work: () => Promise<string>): Promise<void> {
  try {
    status.textContent = await work();
  } catch (error) {
    complain(error);
  }
}

function complain(error: unknown): void {
  status.textContent = error instanceof Error ? error.message : String(error);
}

function rows(id: string, cells: readonly (readonly string[])[]): void {
  const body = element(id, HTMLElement);
  body.replaceChildren(
    ...cells.map((row) => {
      const line = document.createElement('tr');
      line.append(...row.map((text) => withText('td', text)));
      return line;
    }),
  );
}

function pair(term: string, value: string | number): HTMLElement[] {
  return [withText('dt', term), withText('dd', String(value))];
}

function withText(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`The page has no #${id}.`);
  return found;
}
