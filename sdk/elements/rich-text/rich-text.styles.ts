// How a rich text tree looks, in a chat bubble as in an article.

import { css } from 'lit'

export const richTextStyles = css`
  .rich { overflow-wrap: anywhere }
  .rich > * { margin: 0 }
  .rich > * + *, .rich li > * + * { margin-block-start: 12px }
  .rich h2, .rich h3, .rich h4 { font: inherit; font-weight: 600; margin-block: 0 }
  .rich > * + :is(h2, h3, h4) { margin-block-start: 24px }
  .rich :is(ul, ol) { padding-inline-start: 24px }
  .rich li > * { margin: 0 }
  .rich li + li { margin-block-start: 4px }
  .rich a, .rich .article-link {
    color: var(--db-accent); text-decoration: underline; text-underline-offset: 3px;
    text-decoration-thickness: 1px;
  }
  .rich .article-link {
    display: inline; padding: 0; border: 0; background: none; font: inherit; text-align: start; cursor: pointer;
  }
  .rich a:focus-visible, .rich button:focus-visible, .rich [tabindex]:focus-visible {
    outline: 2px solid var(--db-accent); outline-offset: 2px; border-radius: var(--db-round-4);
  }
  .rich :is(code, pre) { font-family: ui-monospace, monospace; font-size: 0.87em; direction: ltr }
  .rich code { padding: 1px 4px; border-radius: var(--db-round-4); background: var(--db-fill) }
  .rich pre {
    padding: 8px 12px; overflow-x: auto; border-radius: var(--db-round-8); background: var(--db-fill); line-height: 20px;
  }
  .rich pre code { padding: 0; background: none; font-size: inherit }
  .rich blockquote { margin-inline: 0; padding-inline-start: 12px; border-inline-start: 2px solid var(--db-line-2) }
  .rich blockquote > * { margin: 0 }
  .rich blockquote > * + * { margin-block-start: 8px }
  .rich hr { border: 0; border-block-start: 1px solid var(--db-line) }
  .rich img { display: block; max-inline-size: 100%; block-size: auto; border-radius: var(--db-round-8); background: var(--db-fill) }
  .rich img.boxed { inline-size: 100%; aspect-ratio: 16 / 9; object-fit: contain }
  .rich .table { overflow-x: auto }
  .rich table { border-collapse: collapse; inline-size: 100%; font: var(--db-small) }
  .rich :is(th, td) {
    padding: 6px 12px 6px 0; border-block-end: 1px solid var(--db-line); text-align: start; vertical-align: top;
    overflow-wrap: normal;
  }
  .rich :is(th, td):dir(rtl) { padding: 6px 0 6px 12px }
  .rich th { font-weight: 500; color: var(--db-muted) }
  .rich .cited {
    margin-inline: -8px; padding: 8px; border-radius: var(--db-round-8); background: var(--db-soft); scroll-margin-block: 24px;
  }
  .keep { white-space: nowrap }
  .chip {
    position: relative; box-sizing: border-box; display: inline-grid; place-items: center; flex: none;
    min-inline-size: 18px; block-size: 18px; padding: 0 3px; margin: 0; border: 0; border-radius: var(--db-round-4);
    background: var(--db-soft); color: var(--db-accent); vertical-align: 1px;
    font: 600 13px/18px var(--db-font); font-variant-numeric: tabular-nums; letter-spacing: 0;
  }
  .keep .chip, .rich .chip { margin-inline-start: 3px }
  button.chip { cursor: pointer }
  button.chip::after { content: ''; position: absolute; inset: -6px }
  button.chip:hover { box-shadow: inset 0 0 0 1px }
  @media (forced-colors: active) { .chip { border: 1px solid } }
`
