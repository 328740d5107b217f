import type { Standing } from '../../workbench/index.js';

const SYMBOLS: Readonly<Record<Standing, string>> = { same: '=', different: '≠', 'only-here': '+' };

/** How a record compares with the other side: a symbol for the eye, words for the ear. */
export function StandingMark({ standing, only }: { readonly standing: Standing; readonly only: string }) {
  const words = { same: 'same on both sides', different: 'differs', 'only-here': only }[standing];
  return (
    <span class={`standing ${standing}`} title={words}>
      <span aria-hidden="true">{SYMBOLS[standing]}</span>
      <span class="hidden">{words}</span>
    </span>
  );
}
