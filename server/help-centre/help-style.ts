// The style sheet of the help centre: the house's tokens as custom properties, and a page made of them. Logical
// properties only; nothing here depends on JavaScript.

export const HELP_STYLE = `
:root {
  color-scheme: light dark;
  --surface: light-dark(#fff, #191816); --canvas: light-dark(#f8f7f5, #11100f);
  --fill: light-dark(#f2f1ee, #262522); --fill-2: light-dark(#e8e6e2, #34332f);
  --line: light-dark(#e1dfdc, #302f2c); --line-2: light-dark(#95928b, #7c7a75);
  --text: light-dark(#24211c, #ecebe8); --muted: light-dark(#605d57, #acaaa7);
  --accent: light-dark(#2b50c7, #8fabf7); --solid: light-dark(#2b50c7, #3a5fc9); --soft: light-dark(#eaf0fe, #222a42);
  --round: 16px; --round-12: calc(var(--round) * .75); --round-8: calc(var(--round) / 2); --round-4: calc(var(--round) / 4);
  --font: system-ui, sans-serif;
  --shadow: 0 0 0 1px light-dark(#24211c12, #ffffff17), 0 4px 12px light-dark(#24211c0f, #0000004d), 0 16px 48px -8px light-dark(#24211c33, #0009);
}
*, ::before, ::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-block-start: 104px }
body { margin: 0; display: flex; flex-direction: column; min-block-size: 100vh; min-block-size: 100dvh;
  font: 400 16px/26px var(--font); color: var(--text); background: var(--surface); overflow-wrap: break-word }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure, blockquote, pre { margin: 0; padding: 0 }
h1, h2, h3, h4 { text-wrap: balance; font-weight: 600 }
ul.plain, ol.plain { list-style: none }
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: 1px }
a:hover { text-decoration-thickness: 2px }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: var(--round-4) }
svg { inline-size: 20px; block-size: 20px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round }
.logo { inline-size: 26px; block-size: 26px; stroke: var(--accent); stroke-width: 2.8 }
:dir(rtl) > .chevron { transform: scaleX(-1) }
.wide { inline-size: 100%; max-inline-size: 1200px; margin-inline: auto; padding-inline: 24px }
.quiet { color: var(--muted) }
.hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.skip { position: absolute; inset-block-start: 12px; inset-inline-start: 12px; z-index: 3; padding: 8px 16px; border-radius: var(--round-8); background: var(--solid); color: #fff; font-weight: 500 }
.skip:not(:focus) { inset-block-start: -80px }

.top { position: sticky; inset-block-start: 0; z-index: 2; background: var(--surface); border-block-end: 1px solid var(--line) }
.top .wide { display: flex; align-items: center; gap: 16px; min-block-size: 64px; flex-wrap: wrap; padding-block: 8px }
.name { display: flex; align-items: center; gap: 10px; min-block-size: 44px; color: var(--text); text-decoration: none; font-weight: 600 }
.name .part { padding-inline-start: 10px; border-inline-start: 1px solid var(--line); font-weight: 400; color: var(--muted) }
.name:hover .part { color: var(--text) }
.top .find { flex: 0 1 320px; margin-inline-start: auto }
.top .end { display: flex; align-items: center; gap: 4px; margin-inline-start: auto }
.top .find + .end { margin-inline-start: 0 }
.end a { display: flex; align-items: center; min-block-size: 40px; padding-inline: 12px; border-radius: var(--round-8); color: var(--muted); text-decoration: none; font-size: 15px }
.end a:hover { background: var(--fill); color: var(--text) }

.find { position: relative; display: flex }
.find .search { position: absolute; inset-inline-start: 14px; inset-block-start: calc(50% - 10px); color: var(--muted); pointer-events: none }
.find input { flex: 1; min-inline-size: 0; inline-size: 100%; block-size: 40px; padding-inline: 42px 12px; font: inherit; color: inherit; background: var(--surface);
  border: 1px solid var(--line-2); border-radius: calc(var(--round) * .625); appearance: none }
.find input::placeholder { color: var(--muted); opacity: 1 }
.find input:focus { outline: 2px solid var(--accent); outline-offset: -1px }
.find button { flex: none }
.big.find input { block-size: 56px; padding-inline: 50px 116px; font-size: 17px; border-radius: var(--round-12) }
.big.find .search { inset-inline-start: 18px }
.big.find button { position: absolute; inset-inline-end: 8px; inset-block-start: 8px; block-size: 40px }
.button { display: inline-flex; align-items: center; justify-content: center; gap: 8px; min-block-size: 40px; padding: 7px 18px; border: 1px solid transparent; border-radius: calc(var(--round) * .625);
  font: inherit; font-weight: 500; color: var(--text); background: var(--fill); text-decoration: none; cursor: pointer; transition: background-color .12s }
.button:hover { background: var(--fill-2) }
.button.solid { color: #fff; background: var(--solid) }
.button.solid:hover { background: color-mix(in oklab, var(--solid), #000 10%) }

.languages { position: relative }
.languages summary { display: flex; align-items: center; gap: 8px; min-block-size: 40px; padding-inline: 12px; border-radius: var(--round-8); color: var(--muted); font-size: 15px; cursor: pointer; list-style: none }
.languages summary::-webkit-details-marker { display: none }
.languages summary:hover, .languages[open] summary { background: var(--fill); color: var(--text) }
.languages ul { position: absolute; inset-inline-end: 0; inset-block-start: calc(100% + 8px); z-index: 3; min-inline-size: 200px; max-block-size: 60vh; overflow: auto; padding: 8px; border-radius: var(--round-12); background: var(--surface); box-shadow: var(--shadow) }
.languages li a { justify-content: space-between; gap: 16px; color: var(--text) }
.languages li a[aria-current] { color: var(--accent); font-weight: 500 }

.hero { background: var(--canvas); border-block-end: 1px solid var(--line) }
.hero .wide { max-inline-size: 768px; padding-block: 72px 64px; text-align: center }
.hero h1 { font-size: 40px; line-height: 48px; letter-spacing: -.02em; white-space: pre-line }
:lang(ar) h1, :lang(he) h1 { letter-spacing: 0 }
.hero .find { margin-block-start: 28px; text-align: start }
.hero .often { margin-block-start: 20px; color: var(--muted); font-size: 15px }

main { flex: 1 0 auto; display: block }
main:focus { outline: none }
.band { padding-block: 56px }
.band + .band { padding-block-start: 8px }
.results .band { padding-block: 28px }
.band > h2 { font-size: 22px; line-height: 28px }
.rows { margin-block-start: 12px }
.rows a { display: flex; align-items: center; justify-content: space-between; gap: 16px; min-block-size: 56px; padding-block: 12px; border-block-end: 1px solid var(--line); color: var(--text); text-decoration: none; font-weight: 500 }
.rows a:hover { color: var(--accent) }
/* A title may be one long word: it breaks before the page does. */
.rows > li, .topics > li, .rows a > span { min-inline-size: 0; overflow-wrap: anywhere }
.rows .icon { color: var(--muted) }
.two { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 400px), 1fr)); column-gap: 48px }
.topics { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 280px), 1fr)); gap: 40px 48px; margin-block-start: 28px }
.topics li { padding-block-start: 16px; border-block-start: 2px solid var(--text) }
.topics h3 { font-size: 17px; line-height: 24px }
.topics h3 a { color: inherit; text-decoration: none }
.topics h3 a:hover { color: var(--accent) }
.topics .count { display: block; margin-block: 2px 8px; font-size: 14px; line-height: 20px }
.topics ul a { display: block; padding-block: 5px; color: var(--muted); text-decoration: none; font-size: 15px; line-height: 22px }
.topics ul a:hover { color: var(--accent); text-decoration: underline }
.topics ul li { padding: 0; border: 0 }

.trail { padding-block-start: 28px; font-size: 14px; line-height: 20px }
.trail ol { display: flex; flex-wrap: wrap; align-items: center; gap: 4px }
.trail li { display: flex; align-items: center; gap: 4px; color: var(--muted) }
.trail a { padding-block: 4px; color: var(--muted); text-decoration: none }
.trail a:hover { color: var(--accent); text-decoration: underline }
.trail svg { inline-size: 16px; block-size: 16px }

.columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 56px; padding-block-end: 72px }
.title { font-size: 34px; line-height: 42px; letter-spacing: -.02em }
.lead { margin-block-start: 12px; color: var(--muted); font-size: 19px; line-height: 30px; text-wrap: pretty }
.meta { margin-block-start: 12px; color: var(--muted); font-size: 14px; line-height: 20px }
.head { padding-block: 16px 24px; max-inline-size: 680px }
.notice { display: flex; gap: 10px; align-items: center; margin-block-end: 24px; padding: 12px 16px; border-radius: var(--round-12); background: var(--fill); font-size: 15px }

.prose { max-inline-size: 680px; font-size: 17px; line-height: 28px }
.prose > * + * { margin-block-start: 16px }
.prose > h2 { margin-block-start: 40px; font-size: 24px; line-height: 32px; letter-spacing: -.01em }
.prose > h3 { margin-block-start: 32px; font-size: 19px; line-height: 28px }
.prose > h4 { margin-block-start: 24px; font-size: 17px; line-height: 28px }
.prose > h2 + *, .prose > h3 + *, .prose > h4 + * { margin-block-start: 8px }
.prose :is(ul, ol) { padding-inline-start: 28px }
.prose li { margin-block-start: 6px }
.prose li::marker { color: var(--muted) }
.prose li > :is(ul, ol, p, pre) { margin-block-start: 6px }
.prose blockquote { padding: 12px 20px; border-inline-start: 3px solid var(--line-2); color: var(--muted) }
.prose blockquote > * + * { margin-block-start: 12px }
.prose code { padding: 2px 6px; border-radius: var(--round-4); background: var(--fill); font: .88em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; unicode-bidi: isolate }
.prose pre { overflow-x: auto; padding: 16px 20px; border-radius: var(--round-12); background: var(--fill) }
.prose pre code { padding: 0; background: none; font-size: 14px; line-height: 22px }
.prose hr { border: 0; border-block-start: 1px solid var(--line); margin-block: 32px }
.prose img { display: block; max-inline-size: 100%; block-size: auto; border-radius: var(--round-12); border: 1px solid var(--line) }
.prose .table { overflow-x: auto }
.prose table { inline-size: 100%; border-collapse: collapse; font-size: 16px; line-height: 24px; font-variant-numeric: tabular-nums }
.prose :is(th, td) { padding: 12px 24px 12px 0; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top }
.prose :dir(rtl):is(th, td) { padding: 12px 0 12px 24px }
.prose th { color: var(--muted); font-weight: 500; white-space: nowrap }
.prose :target { border-radius: var(--round-8); background: var(--soft); box-shadow: 0 0 0 12px var(--soft) }

.aside { font-size: 15px; line-height: 22px }
.aside h2 { padding-block-end: 8px; font-size: 14px; line-height: 20px; color: var(--muted); font-weight: 500 }
.aside a { display: block; padding: 6px 12px; margin-inline-start: -1px; border-inline-start: 2px solid transparent; color: var(--muted); text-decoration: none }
.aside ul { border-inline-start: 1px solid var(--line) }
.aside a:hover { color: var(--text) }
.aside a[aria-current] { border-color: var(--accent); color: var(--accent); font-weight: 500 }
.neighbours { display: none }
details.contents { margin-block-end: 24px; padding: 4px 16px; border-radius: var(--round-12); background: var(--fill); max-inline-size: 680px }
details.contents summary { min-block-size: 40px; padding-block: 8px; font-weight: 500; cursor: pointer }
details.contents ul { border: 0; padding-block-end: 8px }
details.contents a { padding: 6px 0 }
nav.contents { display: none }

.vote { display: flex; flex-wrap: wrap; align-items: center; gap: 12px; margin-block-start: 48px; padding-block: 20px; border-block: 1px solid var(--line); max-inline-size: 680px }
.vote h2 { flex: 1 0 auto; font-size: 16px; line-height: 24px; font-weight: 500 }
.vote form { display: flex; flex-wrap: wrap; gap: 8px }
.vote .button { min-inline-size: 76px }
.vote .said { display: flex; align-items: center; gap: 8px; flex: 1 0 100%; font-weight: 500 }
.vote .said .icon { color: light-dark(#2b7440, #79ca8b) }
.vote form.more { flex: 1 0 100%; flex-direction: column; align-items: flex-start }
.vote label { font-weight: 500 }
.vote textarea { inline-size: 100%; min-block-size: 96px; padding: 10px 14px; font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--line-2); border-radius: calc(var(--round) * .625); resize: vertical }
.vote textarea:focus { outline: 2px solid var(--accent); outline-offset: -1px }
.related { margin-block-start: 40px; max-inline-size: 680px }
.related h2 { font-size: 17px; line-height: 24px }

.results { padding-block: 8px 72px; max-inline-size: 768px }
.hits > li > a { display: block; padding-block: 20px; border-block-end: 1px solid var(--line); color: var(--text); text-decoration: none }
.hits h2 { font-size: 18px; line-height: 26px }
.hits > li > a:hover h2 { color: var(--accent) }
.hits p { color: var(--muted); margin-block-start: 4px }
.hits .where { font-size: 14px; line-height: 20px }
mark { padding-inline: 2px; margin-inline: -2px; border-radius: var(--round-4); background: light-dark(color-mix(in oklab, var(--accent) 16%, #fff), color-mix(in oklab, var(--accent) 30%, #191816)); color: var(--text) }
.empty { padding-block: 32px }
.empty h2 { font-size: 20px; line-height: 28px }
.empty p { margin-block: 4px 20px; color: var(--muted) }
.centred { max-inline-size: 768px; padding-block: 72px }
.centred .find { margin-block: 24px }
.centred .lead { margin-block-end: 24px }

.foot { border-block-start: 1px solid var(--line); background: var(--canvas) }
.ask { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 20px 48px; padding-block: 40px }
.ask h2 { font-size: 22px; line-height: 28px }
.ask p { color: var(--muted) }
.foot .button:not(.solid) { background: var(--surface); border-color: var(--line-2) }
.foot .button:not(.solid):hover { background: var(--fill) }
.buttons { display: flex; flex-wrap: wrap; gap: 12px }
.small { display: flex; flex-wrap: wrap; gap: 4px 24px; padding-block: 0 28px; font-size: 14px; line-height: 20px }
.small a { padding-block: 4px; color: var(--muted) }
.unscripted { display: none }
@media (scripting: none) {
  .buttons [data-deskbell-open] { display: none }
  .unscripted { display: block }
}

@media (min-width: 900px) {
  .columns.with-aside { grid-template-columns: 220px minmax(0, 1fr) }
  .neighbours { display: block; grid-row: 1 / span 2; padding-block-start: 20px }
  .neighbours > div { position: sticky; inset-block-start: 96px; max-block-size: calc(100vh - 128px); overflow: auto }
}
@media (min-width: 1180px) {
  .columns.with-contents { grid-template-columns: 208px minmax(0, 1fr) 192px; column-gap: 48px }
  .columns.with-contents:not(.with-aside) { grid-template-columns: minmax(0, 680px) 240px }
  details.contents { display: none }
  nav.contents { display: block; padding-block-start: 20px }
  nav.contents > div { position: sticky; inset-block-start: 96px; max-block-size: calc(100vh - 128px); overflow: auto }
}
@media (max-width: 599px) {
  html { scroll-padding-block-start: 72px }
  .wide { padding-inline: 16px }
  .top { position: static }
  .top .wide { gap: 4px 8px }
  .top .find { order: 3; flex: 1 0 100%; margin: 0 0 8px }
  .top .end, .top .find + .end { margin-inline-start: auto }
  .end .away, .name .part { display: none }
  .languages summary { padding-inline: 8px }
  .hero .wide { padding-block: 40px; text-align: start }
  .hero h1 { font-size: 30px; line-height: 38px }
  .big.find input { padding-inline-end: 16px }
  .big.find button { position: static; block-size: 56px; margin-inline-start: 8px }
  .band { padding-block: 36px }
  .topics { gap: 28px }
  .title { font-size: 28px; line-height: 36px }
  .lead { font-size: 17px; line-height: 26px }
  .prose { font-size: 16px; line-height: 26px }
  .ask .buttons, .ask .button { flex: 1 1 auto }
  /* Room for the launcher, which stands over the page's end. */
  .small { padding-block-end: 96px }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth } }
@media (prefers-reduced-motion: reduce) { * { transition: none !important } }
@media (forced-colors: active) {
  .button, .find input, .prose code, .prose pre, .notice, details.contents, .languages ul { border: 1px solid }
  mark { color: MarkText; background: Mark; forced-color-adjust: none }
  .prose :target { outline: 2px solid Mark; outline-offset: 6px }
  .aside a[aria-current] { border-color: LinkText }
  .logo { stroke: LinkText }
}
@media print {
  :root { color-scheme: light }
  .top .find, .top .end, .skip, .foot, .vote, .related, .neighbours, .contents, deskbell-launcher { display: none !important }
  .top { position: static }
  .columns { display: block; padding: 0 }
  .prose, .head { max-inline-size: none }
  .prose { font-size: 11pt; line-height: 1.5 }
  .prose a[href^='http']::after { content: ' (' attr(href) ')'; font-size: .85em; overflow-wrap: anywhere }
  .prose :is(table, pre, img, blockquote) { break-inside: avoid }
  .prose :is(h2, h3, h4) { break-after: avoid }
}
`
