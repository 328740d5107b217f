/** The style of the HTML report: light and dark as the reader's system is, nothing loaded from elsewhere. */
export const htmlStyle = `
:root{color-scheme:light dark;--ink:#1c2128;--paper:#fff;--soft:#59636e;--line:#d1d9e0;--panel:#f6f8fa;--bad:#c02636;--warn:#8a5a00;--good:#18733a;--link:#0a5fc4}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--paper:#0f141a;--soft:#9aa5b1;--line:#333c47;--panel:#171d25;--bad:#ff7b7b;--warn:#e0ac4b;--good:#58c479;--link:#79b8ff}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:62rem;padding:1.5rem 1rem 4rem;font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
h1{font-size:1.4rem;margin:0}h2{font-size:1.1rem;margin:2.2rem 0 .6rem}h3{font-size:1rem;margin:0}
a{color:var(--link)}:focus-visible{outline:3px solid var(--link);outline-offset:2px}
code,pre{font:13px/1.45 ui-monospace,monospace}
pre{background:var(--panel);border:1px solid var(--line);border-radius:6px;padding:.6rem .8rem;overflow-x:auto}
article,details{border:1px solid var(--line);border-radius:6px;margin:.6rem 0;padding:.7rem .9rem}
details{padding:0}summary{padding:.5rem .9rem;cursor:pointer}details>div{padding:0 .9rem .8rem;overflow-x:auto}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem .9rem;margin:.6rem 0 0}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
.error,.failed{color:var(--bad)}.warning,.not-possible,.suppressed{color:var(--warn)}.passed,.info{color:var(--good)}
.soft{color:var(--soft)}.tag{display:inline-block;min-width:7.5rem;font-weight:600}
svg{max-width:100%;height:auto;font:12px system-ui,sans-serif}svg text{fill:var(--ink);text-anchor:middle}
svg .actor rect{fill:var(--panel);stroke:var(--soft)}svg .actor line{stroke:var(--line)}
svg .flow{text-anchor:start;font-weight:600;fill:var(--soft)}svg .rule{stroke:var(--line)}
svg .answer,svg .alike{fill:var(--soft);font-size:11px}
.arrow{stroke:currentColor;fill:none}.head{fill:currentColor}.back{stroke-dasharray:4 3}svg[aria-hidden]{position:absolute}
svg g.failed text,svg g.refused text{fill:currentColor}svg g.refused{color:var(--warn)}
@media print{details>div{display:block}}
`.trim();
