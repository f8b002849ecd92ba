// The console for pages of other origins, under an address that stays: `<script type="module" src="…/console/embed.js">`.

import './app/console-app.define.ts'
