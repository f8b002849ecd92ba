// The thread: groups, bubbles, the AI on the page, events, the mark of the unread.

import { css } from 'lit'

export const messageListStyles = css`
  :host { position: relative; flex: 1; }
  .scroller {
    position: relative; flex: 1; min-block-size: 0; overflow: hidden auto;
    overscroll-behavior: contain; overflow-anchor: none; outline: none;
  }
  .scroller:focus-visible { outline: 2px solid var(--db-accent); outline-offset: -2px; }
  /* At the end while there is little. Not one more flex box in another: all of them would be laid out at each change. */
  .content { box-sizing: border-box; min-block-size: 100%; display: flex; flex-direction: column; justify-content: end; gap: 16px; padding: 12px 20px; }
  .group { display: flex; flex-direction: column; align-items: start; gap: 4px; }
  .group.machine { gap: 12px; }
  .group.own { align-items: end; }
  .head { display: flex; align-items: center; gap: 8px; min-block-size: 24px; margin-block-end: 2px; font: var(--db-small); }
  .machine > .head { margin-block-end: -6px; }
  .head b { font-weight: 600; }
  .head span:last-child:not(.ai-tag) { color: var(--db-muted); }
  .item { display: flex; flex-direction: column; align-items: inherit; gap: 4px; max-inline-size: 86%; }
  .item.said { max-inline-size: none; inline-size: 100%; gap: 8px; align-items: stretch; }
  .bubble {
    max-inline-size: 100%; padding: 8px 12px; border-radius: var(--db-round); background: var(--db-fill);
    overflow-wrap: anywhere;
  }
  .head + .item > .bubble { border-start-start-radius: var(--db-round-4); }
  /* About as high as one file, until what draws them is here. */
  deskbell-message-files:not(:defined) { display: block; min-block-size: 48px; }
  .plain { white-space: pre-wrap; }
  .gone { padding: 7px 11px; border: 1px solid var(--db-line); border-radius: var(--db-round); font: var(--db-small); color: var(--db-muted); }
  .item > .tools-toggle { inset-inline-end: calc(100% + 4px); inset-block-start: 4px; }
  /* Over its message's start edge, so that the message's width and the button beside it stay. */
  .own .tools { justify-content: end; max-inline-size: min(320px, 100vw - 48px); margin-inline-start: -320px; }
  .own .bubble { border-end-end-radius: var(--db-round-4); background: var(--db-solid); color: var(--db-on-solid); }
  .own .bubble :is(a, .article-link) { color: inherit; }
  .own .bubble :is(code, pre) { background: rgb(0 0 0 / 0.2); }
  .own .bubble :is(a, button):focus-visible { outline-color: currentColor; }
  .state { display: flex; gap: 6px; align-items: center; flex-wrap: wrap; justify-content: end; text-align: end; padding-inline: 2px; font: var(--db-small); color: var(--db-muted); }
  .item:has(.state) + .item { margin-block-start: 12px; }
  .state.failed { color: var(--db-danger); }
  .state.failed .icon { inline-size: 16px; block-size: 16px; }
  .state .link { position: relative; color: inherit; font-weight: 600; }
  .state .link::after { content: ''; position: absolute; inset: -10px -4px; }
  .event { text-align: center; font: var(--db-small); color: var(--db-muted); }
  .event b { font-weight: 500; color: var(--db-text); }
  .new { display: flex; align-items: center; gap: 12px; font: var(--db-small); font-weight: 600; color: var(--db-accent); }
  .new::after { content: ''; flex: 1; block-size: 1px; background: currentColor; opacity: 0.45; }
  .sources > * + * { border-block-start: 1px solid var(--db-line); }
  .sources .row { gap: 8px; min-block-size: 40px; padding: 8px 0; }
  .sources .row-title { line-height: 24px; }
  /* A running answer keeps room for its next lines, so that the page does not hop at each of them. */
  .group.running { min-block-size: 126px; }
  .running .rich p { white-space: pre-line; }
  .running .rich p:last-child::after {
    content: ''; display: inline-block; inline-size: 2px; block-size: 18px; margin-inline-start: 2px;
    border-radius: 1px; background: var(--db-accent); vertical-align: -3px;
  }
  .content > .head { margin: 0; }
  .choices { display: flex; flex-wrap: wrap; gap: 8px; }
  .choices .button { border: 1px solid var(--db-line-2); padding: 7px 12px; background: none; color: var(--db-accent); text-align: start; text-decoration: none; overflow-wrap: anywhere; }
  .choices .button:hover { background: var(--db-fill); }
  .choices .icon { inline-size: 16px; block-size: 16px; }
  .earlier { align-self: center; }
  .pill {
    position: absolute; inset-block-end: 12px; inset-inline: 0; margin-inline: auto; inline-size: fit-content;
    padding-inline: 12px 16px; background: var(--db-surface); box-shadow: var(--db-shadow); font: var(--db-small); font-weight: 600;
  }
  .pill .icon { color: var(--db-accent); }
  ::slotted(*) { display: block; }
  @media (forced-colors: active) { .bubble { border: 1px solid; } }
`
