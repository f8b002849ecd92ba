// Look of the live board: hairlines, no cards; one column where there is no room for two.

import { css } from 'lit'

export const boardStyles = [
  css`
    :host { container-type: inline-size; overflow-y: auto; background: var(--db-surface); font: var(--db-small) }
    .page { padding: 20px 32px 32px; max-inline-size: 2000px }
    .alone { display: grid; place-content: center; justify-items: center; gap: 8px; block-size: 100%; padding: 24px; text-align: center; color: var(--db-muted) }
    .alone h1 { font: var(--db-title); color: var(--db-text) }
    header { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; padding-block-end: 20px; border-block-end: 1px solid var(--db-line) }
    h1 { font: var(--db-title) }
    h1:focus { outline: none }
    .button[aria-disabled='true'] { background: var(--db-fill); color: var(--db-muted) }
    h2 { font: 600 15px/24px system-ui, sans-serif }
    header .icon { inline-size: 16px; block-size: 16px }
    header deskbell-console-menu .icon { rotate: 90deg }
    header deskbell-console-menu { flex: none; border-radius: 8px; background: var(--db-fill) }
    .stale { color: var(--db-warn) }
    .numbers { display: grid; grid-template-columns: repeat(6, 1fr); padding-block: 16px; border-block-end: 1px solid var(--db-line) }
    .numbers > div { padding-inline: 20px 12px; border-inline-start: 1px solid var(--db-line); min-inline-size: 0 }
    .numbers > div:first-child { padding-inline-start: 0; border: 0 }
    /* A label of two lines must not move its number away from the others. */
    @container (min-width: 981px) { .numbers > div { display: grid; grid-row: span 3; grid-template-rows: subgrid } }
    dt, .under, small { color: var(--db-muted) }
    .under, small { font: var(--db-tiny) }
    .value { font: var(--db-title) }
    .value small { font: 400 15px/24px system-ui, sans-serif }
    .columns { display: grid; grid-template-columns: minmax(0, 1fr) clamp(324px, 27%, 440px); gap: 40px; padding-block-start: 20px }
    .lists, .plots { display: grid; gap: 32px; align-content: start; min-inline-size: 0 }
    .fault { display: flex; gap: 8px; color: var(--db-danger) }
    .empty { padding-block: 16px; border-block-start: 1px solid var(--db-line); color: var(--db-muted) }
    .empty h3 { font-weight: 600; color: var(--db-text) }
    .more { padding-block-start: 8px }
  `,
  css`
    table:not(.hidden-text) { inline-size: 100%; border-collapse: collapse; table-layout: auto; margin-block-start: 8px }
    th { font-weight: 400; text-align: start }
    thead th { padding: 4px 8px; font: 400 12px/16px system-ui, sans-serif; color: var(--db-muted) }
    tbody tr { block-size: 48px; border-block-start: 1px solid var(--db-line) }
    td, tbody th { padding: 4px 8px }
    tr > :first-child { padding-inline-start: 0 }
    tr > :last-child { padding-inline-end: 0 }
    .end { text-align: end; white-space: nowrap }
    .end small { display: block }
    .link.who { max-inline-size: 180px }
    /* Where there is room, both tables' columns stand below each other. */
    @container (min-width: 1400px) {
      .link.who { max-inline-size: 100% }
      table:not(.hidden-text) { table-layout: fixed }
      th:nth-child(1) { inline-size: 15% }
      th:nth-child(2) { inline-size: 25% }
      th:nth-child(3) { inline-size: 14% }
      th:nth-child(4) { inline-size: 15% }
      th:nth-child(5) { inline-size: 11% }
      .team, .state { overflow: hidden; text-overflow: ellipsis }
    }
    .who { display: flex; align-items: center; gap: 8px; font-weight: 600; max-inline-size: 180px }
    .link { border-radius: 4px; max-inline-size: 100%; min-block-size: 24px; text-decoration: underline transparent }
    .link:hover { text-decoration-color: currentColor }
    .about { max-inline-size: 0; inline-size: 45% }
    .why, .team, .state { white-space: nowrap }
    :is(.why, .team) { max-inline-size: 180px; overflow: hidden; text-overflow: ellipsis }
    .about .link { display: block }
    .doing span { display: flex; justify-content: end; gap: 4px }
    .late, .late small { color: var(--db-danger) }
    .soon, .full { color: var(--db-warn) }
    .choose { display: grid; place-items: center; inline-size: 24px; block-size: 24px }
    .choose input { inline-size: 16px; block-size: 16px; margin: 0; accent-color: var(--db-solid) }
    .face { position: relative; display: grid; flex: none }
    .gone .who { color: var(--db-muted); font-weight: 500 }
    .gone .mark { filter: saturate(0.5) }
    .load { display: flex; align-items: center; gap: 8px; white-space: nowrap }
    .places { display: flex; gap: 2px }
    .places i { inline-size: 6px; block-size: 10px; border-radius: 2px; background: var(--db-fill-2) }
    .places .taken { background: var(--db-solid) }
    .chats { block-size: auto }
    .chats td { padding: 0 }
    tr.chats { border: 0 }
  `,
  css`
    /* Time runs from left to right in every language. */
    .drawing { display: block; inline-size: 100%; max-inline-size: 440px; overflow: visible; margin-block-start: 8px; direction: ltr }
    .drawing text { font: 400 12px/1 system-ui, sans-serif; fill: var(--db-muted); font-variant-numeric: tabular-nums }
    .drawing .now { font-weight: 600; fill: var(--db-text) }
    .target { stroke: var(--db-line-2); stroke-dasharray: 4 3 }
    .axis { stroke: var(--db-line-2) }
    .scale { stroke: var(--db-line) }
    .line { fill: none; stroke: var(--db-solid); stroke-width: 2; stroke-linejoin: round }
    .dot { fill: var(--db-solid) }
    rect.filled { fill: var(--db-solid) }
    rect.outlined { fill: none; stroke: var(--db-text) }
    .legend { display: flex; flex-wrap: wrap; gap: 4px 16px }
    .legend span { display: flex; align-items: center; gap: 6px }
    .legend i { inline-size: 12px; block-size: 12px; border-radius: 3px }
    i.filled { background: var(--db-solid) }
    i.outlined { border: 1px solid var(--db-text) }
    /* Drawn larger, its words stay as they are. */
    @container (min-width: 1500px) { .drawing text { font-size: 10px } }
    @container (max-width: 980px) {
      .columns { grid-template-columns: minmax(0, 1fr) }
      .plots { grid-template-columns: repeat(auto-fit, minmax(280px, 1fr)) }
      .numbers { grid-template-columns: repeat(3, 1fr); row-gap: 16px }
      .numbers > div:nth-child(3n + 1) { padding-inline-start: 0; border: 0 }
    }
    @container (max-width: 1120px) { .waiting .team { display: none } }
    @container (max-width: 760px) {
      .why, .team, .first { display: none }
    }
    @container (max-width: 480px) {
      .page { padding: 12px 16px 24px }
      .numbers { grid-template-columns: repeat(2, 1fr) }
      .numbers > div:nth-child(n) { padding-inline-start: 12px; border-inline-start: 1px solid var(--db-line) }
      .numbers > div:nth-child(odd) { padding-inline-start: 0; border: 0 }
      header .grow { flex-basis: 100% }
      .button, header deskbell-console-menu::part(button) { block-size: 40px }
      .waiting thead, .state, .rating { display: none }
      .waiting tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; padding-block: 8px; block-size: auto }
      .waiting :is(td, th) { padding: 2px 0 }
      .waiting .about { inline-size: auto; max-inline-size: none; grid-area: 2 / 1 / auto / -1 }
      .waiting .doing { grid-area: 3 / 1 / auto / -1 }
      .doing span { justify-content: start; padding-block-start: 4px }
      .link { min-block-size: 40px }
      .about .link { min-block-size: 24px }
      :is(.who, .link.who) { max-inline-size: 140px }
      .choose { inline-size: 40px; block-size: 40px }
    }
    @media (forced-colors: active) {
      .places i { border: 1px solid; forced-color-adjust: none; background: Canvas }
      .places .taken { background: CanvasText }
      .drawing { forced-color-adjust: none; background: Canvas }
      .drawing text { fill: CanvasText }
      .line, .axis, .target, rect.outlined { stroke: CanvasText }
      rect.filled, .dot { fill: CanvasText }
      i.filled { background: CanvasText; forced-color-adjust: none }
      header deskbell-console-menu { border: 1px solid }
    }
  `,
]
