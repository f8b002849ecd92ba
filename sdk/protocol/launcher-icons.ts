// Launcher icons by name, as SVG path data in a 24 × 24 box, filled by the even-odd rule. The loader has the bell itself.

export const LAUNCHER_ICONS = {
  bell: 'M3 18h18a1 1 0 0 1 0 2H3a1 1 0 0 1 0-2zM4 16a8 8 0 0 1 16 0v1H4zM6 15a6.1 6.1 0 0 1 12 0zM11 8V6h-1a1 1 0 0 1 0-2h4a1 1 0 0 1 0 2h-1v2z',
  chat: 'M5 3h14a3 3 0 0 1 3 3v9a3 3 0 0 1-3 3h-8l-5 4v-4H5a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3zM7 8v2h10V8zM7 12v2h6v-2z',
  question:
    'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zM11 16v2h2v-2zM12 6a3.5 3.5 0 0 0-3.5 3.5h2a1.5 1.5 0 1 1 2.2 1.3c-1 .6-1.7 1.4-1.7 2.7v.5h2v-.5c0-.4.3-.7.8-1A3.5 3.5 0 0 0 12 6z',
  heart: 'M12 21C5 15.5 2 12.3 2 8.5a5.5 5.5 0 0 1 10-3.2 5.5 5.5 0 0 1 10 3.2c0 3.8-3 7-10 12.5z',
} as const

/** Path data of a name, or what is path data itself. */
export const iconPath = (icon: string): string =>
  Object.hasOwn(LAUNCHER_ICONS, icon) ? LAUNCHER_ICONS[icon as keyof typeof LAUNCHER_ICONS] : icon
