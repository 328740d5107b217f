/** The style of the HTML report: light and dark as the reader's system is, light on paper, nothing loaded from elsewhere. */
export const htmlStyle = `
:root{color-scheme:light dark;--ink:#1c2128;--paper:#fff;--soft:#59636e;--line:#d1d9e0;--panel:#f6f8fa;--bad:#b5202f;--warn:#835500;--good:#176b36;--link:#0a5fc4}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e6edf3;--paper:#0f141a;--soft:#9aa5b1;--line:#333c47;--panel:#171d25;--bad:#ff8080;--warn:#e0ac4b;--good:#58c479;--link:#79b8ff}}
*{box-sizing:border-box}html{scroll-padding-top:1rem}
body{margin:0 auto;max-width:62rem;padding:1.5rem 1rem 4rem;font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
h1{font-size:1.5rem;margin:0}h1+p,header p{margin:.2rem 0 0}h2{font-size:1.15rem;margin:2.2rem 0 .6rem}h3{font-size:1rem;margin:0}
a{color:var(--link)}:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
code,pre{font:13px/1.45 ui-monospace,monospace}
pre{background:var(--panel);border:1px solid var(--line);border-radius:6px;padding:.6rem .8rem;margin:.6rem 0;overflow-x:auto;overflow-wrap:normal}
.error,.failed{color:var(--bad)}.warning,.not-possible,.suppressed{color:var(--warn)}.passed,.info{color:var(--good)}.soft,.counts{color:var(--soft)}
.count,.counts{font-weight:400}.count{color:var(--soft)}
.tag{font-weight:600;flex:none;width:6.5rem;white-space:nowrap}
nav ol{list-style:none;margin:1.2rem 0 0;padding:.4rem .9rem;border:1px solid var(--line);border-radius:6px;background:var(--panel)}
nav li{display:flex;gap:.2rem .6rem;padding:.2rem 0;align-items:baseline}nav .tag{width:4.6rem}nav code{margin-left:auto;flex:none;max-width:50%}nav a{text-decoration:none}nav a:hover{text-decoration:underline}
.finding{border:1px solid var(--line);border-left:4px solid var(--line);border-radius:6px;margin:.7rem 0;padding:.7rem .9rem}
.error-edge{border-left-color:var(--bad)}.warning-edge{border-left-color:var(--warn)}.info-edge{border-left-color:var(--good)}
.finding:target{outline:3px solid var(--link)}.message{margin:.3rem 0 .6rem}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.2rem .9rem;margin:.6rem 0 0}dt{color:var(--soft)}dd{margin:0}
.paste{background:var(--panel);border:1px solid var(--line);border-radius:4px;padding:.05rem .3rem}
.family{margin:1.2rem 0 .3rem;text-transform:capitalize}.counts{text-transform:none;font-size:.93rem;margin-left:.4rem}
.scenario{border-top:1px solid var(--line)}.scenario>summary{display:flex;gap:.2rem .6rem;padding:.45rem .2rem;cursor:pointer;list-style:none;align-items:baseline}
summary::-webkit-details-marker{display:none}.scenario>summary::before{content:"";flex:none;width:0;border:.35em solid transparent;border-left-color:var(--soft);border-right:0}
.scenario[open]>summary::before{transform:rotate(90deg)}.scenario>summary:hover{background:var(--panel)}
.scenario>div{padding:.2rem .2rem 1rem 1.2rem;scroll-margin-top:3rem}.scenario p{margin:.3rem 0}.plain>summary{cursor:pointer}.rests{font-size:.87rem}
.sequence{max-width:46rem;margin:.6rem 0;background:linear-gradient(var(--line),var(--line)) 2.5rem 1.6rem/1px 100% no-repeat,linear-gradient(var(--line),var(--line)) calc(100% - 2.5rem) 1.6rem/1px 100% no-repeat}
.sides{display:flex;justify-content:space-between}.sides span{width:5rem;text-align:center;background:var(--panel);border:1px solid var(--soft);border-radius:4px;font-size:.87rem;padding:.1rem 0}
.flow{text-align:center;margin:.7rem 0 .2rem!important;font-size:.87rem;font-weight:600;color:var(--soft)}.flow span{background:var(--paper);border:1px solid var(--line);border-radius:1rem;padding:.05rem .7rem}
.sequence ol{list-style:none;margin:0 2.5rem;padding:0 0 .4rem 1px}.sequence li{padding:.25rem 0;text-align:center;font-size:.85rem;line-height:1.35}
.request,.answer{position:relative;padding:0 .7rem .15rem;border-bottom:1px solid currentColor}.answer{border-bottom-style:dashed;color:var(--soft);padding-top:.15rem}.alike{color:var(--soft);padding-top:.2rem}
.request::after,.answer::after{content:"";position:absolute;bottom:-.3rem;border:.28rem solid transparent}.request::after{right:0;border-right:0;border-left:.5rem solid currentColor}.answer::after{left:0;border-left:0;border-right:.5rem solid currentColor}
li.failed,li.failed .answer{color:var(--bad)}li.refused,li.refused .answer{color:var(--warn)}
@media (max-width:40rem){.scenario>div{scroll-margin-top:6rem}nav li{flex-wrap:wrap}nav a{flex:1}nav code{flex:1 0 100%;margin-left:5.2rem;max-width:calc(100% - 5.2rem)}.scenario>summary .tag{width:5.8rem}.scenario>div{padding-left:.2rem}}
@media print{body{max-width:none;padding:0;font-size:11px}.finding,.sequence li{break-inside:avoid}h2,h3{break-after:avoid}pre{white-space:pre-wrap}a{color:inherit}details::details-content{content-visibility:visible;display:block}details>div{display:block}}
`.trim();
