// The launcher, and the empty frame that stands until the panel is there. A plain string: no Lit before the click.
// Everything stands at the end of the page's own direction, in logical properties. The panel brings its own surface and
// shadow; from 480 px on it always fits in width. In the shadow root: `button` is the launcher, `b` its badge, `span`
// its label, `div` the frame, `p` the shell in it, `p button` what closes it. The bell is a clipped box, which takes
// fewer bytes than building an SVG; it keeps its colour when colours are forced.

// The host's own rules are important: inside a shadow root that wins over a page's `* { all: unset !important }`.

// What a page may set on <deskbell-launcher> is named `--deskbell-*` (docs/theming.md); a site's own settings come as a
// `:host` rule of the same names, which loses to the page's. The relative colour keeps white readable on whatever a
// page gives; the server's own shades are dark enough already.

export const loaderStyles =
  `:host{all:initial!important;position:fixed!important;z-index:2147483000!important;color-scheme:var(--deskbell-theme,light dark)!important;font:600 15px/24px var(--deskbell-font,system-ui,sans-serif)!important;--r:var(--deskbell-radius,16px);--c:oklch(from var(--deskbell-color,var(--site-solid,light-dark(#2b50c7,#3a5fc9))) min(l,.518) c h)}` +
  ':host(.bottom-left){direction:rtl!important}' +
  '[hidden]{display:none!important}' +
  'button{all:unset;cursor:pointer}' +
  '[part=launcher],div{position:fixed;inset-block-end:var(--deskbell-y,20px);inset-inline-end:var(--deskbell-x,20px)}' +
  '[part=launcher]{forced-color-adjust:none;display:flex;padding:14px;border-radius:calc(var(--r)*1.625);border-end-end-radius:calc(var(--r)/2);background:var(--c);color:#fff;box-shadow:0 8px 24px -4px #24211c47}' +
  'button:hover{filter:brightness(1.1)}' +
  'button:focus-visible{box-shadow:0 0 0 2px #fff,0 0 0 4px var(--c)}' +
  '[part=launcher]:before{content:"";inline-size:24px;block-size:24px;background:#fff;clip-path:var(--deskbell-icon,path(evenodd,"M3 18h18a1 1 0 0 1 0 2H3a1 1 0 0 1 0-2zM4 16a8 8 0 0 1 16 0v1H4zM6 15a6.1 6.1 0 0 1 12 0zM11 8V6h-1a1 1 0 0 1 0-2h4a1 1 0 0 1 0 2h-1v2z"))}' +
  'span{padding:0 8px;unicode-bidi:plaintext}' +
  'span:empty{display:none}' +
  '.dead{--c:#605d57}' +
  'div{box-sizing:border-box;inline-size:400px;block-size:min(640px,100dvh - 20px - var(--deskbell-y,20px));padding:16px 20px;border-radius:var(--r);background:light-dark(#fff,#191816);color:light-dark(#24211c,#ecebe8);box-shadow:0 8px 24px -4px #24211c47}' +
  'div button{float:inline-end;padding:0 8px}' +
  '@media(width<480px){div{inset:var(--vt,0) 0 auto;inline-size:auto;block-size:var(--vh,100dvh);border-radius:0}}'
