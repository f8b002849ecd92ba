// The icons that the first view and the frame need. They stand apart so that the panel's first chunk carries no others.

export const firstIcons = {
  bell: 'M4 18.5h16M5.5 15.5a6.5 6.5 0 0 1 13 0zM12 9V6M10 6h4',
  close: 'M6 6l12 12M18 6 6 18',
  back: 'm14.5 6-6 6 6 6',
  chevron: 'm9.5 6 6 6-6 6',
  search: 'M4 10.5a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0M15.5 15.5 20 20',
  chat: 'M12 4.5a7.5 7.5 0 1 1-3.6 14.1L4.5 19.5l1-3.7A7.5 7.5 0 0 1 12 4.5z',
  mail: 'M6 5.5h12a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2zM4.5 8l7.5 5.5L19.5 8',
  document: 'M13.5 4H8a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h8a2 2 0 0 0 2-2V8.5zM13.5 4v4.5H18M9.5 12.5h5M9.5 16h3',
  person: 'M8.5 8a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0M5 20a7 7 0 0 1 14 0',
  moon: 'M19.5 14A8 8 0 1 1 10 4.5a6.5 6.5 0 0 0 9.5 9.5z',
  clock: 'M4 12a8 8 0 1 0 16 0 8 8 0 1 0-16 0M12 7.5V12l3 2',
} as const
