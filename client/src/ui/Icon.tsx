import styles from './Icon.module.css';

/** Drawn on a grid of 24, with a stroke of 1.9. A name says what it stands for, not where it is used. */
const shapes = {
  microphone: (
    <>
      <rect x="9" y="3" width="6" height="11" rx="3" />
      <path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3" />
    </>
  ),
  microphoneOff: (
    <path d="M15 9.5V6a3 3 0 0 0-5.7-1.3M9 9v2.5a3 3 0 0 0 4.5 2.6M5.5 11.5A6.5 6.5 0 0 0 16 16.6M18.5 11.5a6 6 0 0 1-.4 2.2M12 18v3M4 4l16 16" />
  ),
  camera: (
    <>
      <rect x="3" y="6.5" width="12.5" height="11" rx="2.5" />
      <path d="M15.5 11l5-3v8l-5-3" />
    </>
  ),
  cameraOff: (
    <path d="M10 6.5h3a2.5 2.5 0 0 1 2.5 2.5v2l5-3v8l-2-1.2M15.3 16.400a2.5 2.5 0 0 1-2.3 1.100H5.500A2.5 2.5 0 0 1 3 15V9c0-1 .6-1.9 1.5-2.300M4 4l16 16" />
  ),
  screen: (
    <>
      <rect x="3" y="4.5" width="18" height="12.5" rx="2" />
      <path d="M8.5 20.500h7M12 17v3.500M12 13.500v-5m0 0-2.5 2.500M12 8.500l2.5 2.5" />
    </>
  ),
  smallWindow: (
    <>
      <rect x="3" y="4.5" width="18" height="15" rx="2" />
      <rect x="12" y="12" width="6" height="4.500" rx="0.8" fill="currentColor" />
    </>
  ),
  hand: (
    <path d="M7.5 12V6.5a1.5 1.5 0 0 1 3 0V11m0-1V4.7a1.5 1.5 0 0 1 3 0V11m0-4.5a1.5 1.5 0 0 1 3 0V12m0-2.5a1.5 1.5 0 0 1 3 0V14a7 7 0 0 1-7 7c-3.2 0-4.8-1.3-6.3-3.7L4 13.8c-.9-1.6 1-2.9 2.2-1.6l1.3 1.5" />
  ),
  twoFingers: (
    <path d="M8 13.5 6.2 6.300a1.5 1.5 0 0 1 2.9-.7L11 12m1 0 1-7.500a1.5 1.5 0 0 1 3 .4L15.2 12M15.2 12.500l.5-1.300a1.5 1.5 0 0 1 2.8.9L17.2 17a6 6 0 0 1-5.7 4C8 21 6.5 19 6.5 16c0-2 1.5-2.7 3-2.700h2.2" />
  ),
  flag: <path d="M5 21V4M5 4.500c4-2 8 2 13.5 0v8.500c-5.5 2-9.5-2-13.5 0" />,
  question: (
    <>
      <path d="M20.5 12a8 8 0 0 1-8.5 7.5c-1.2 0-2.4-.2-3.5-.7L4 20l1.2-3.8A7 7 0 0 1 3.5 12 8 8 0 0 1 12 4.5 8 8 0 0 1 20.5 12Z" />
      <path d="M10 10.2a2 2 0 1 1 2.9 1.8c-.6.3-.9.6-.9 1.2M12 15.8v.1" />
    </>
  ),
  chat: (
    <>
      <path d="M20.5 12a8 8 0 0 1-8.5 7.5c-1.2 0-2.4-.2-3.5-.7L4 20l1.2-3.8A7 7 0 0 1 3.5 12 8 8 0 0 1 12 4.5 8 8 0 0 1 20.5 12Z" />
      <path d="M8.5 10.500h7M8.5 13.500h4.500" />
    </>
  ),
  globe: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M3.5 12h17M12 3.5c5 5.5 5 11.5 0 17M12 3.5c-5 5.5-5 11.5 0 17" />
    </>
  ),
  leave: <path d="M14 4.5H6v15h8M10.5 12H21m0 0-3.5-3.5M21 12l-3.5 3.5" />,
  check: <path d="M5 12.5 10 17.5 19.5 7" />,
  close: <path d="M6 6l12 12M18 6 6 18" />,
  half: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 3.5a8.5 8.5 0 0 1 0 17Z" fill="currentColor" />
    </>
  ),
  later: <path d="M5 12h13m0 0-5-5m5 5-5 5" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7v5.2l3.2 2" />
    </>
  ),
  lock: (
    <>
      <rect x="5" y="10.5" width="14" height="10" rx="2" />
      <path d="M8 10.5V8a4 4 0 0 1 8 0v2.5" />
    </>
  ),
  warning: <path d="M12 4 2.8 19.5h18.4ZM12 10v4.5M12 17v.1" />,
  info: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 11v5M12 8v.1" />
    </>
  ),
  document: <path d="M6 3.5h8l4.5 4.5v12.5H6ZM14 3.5V8h4.5" />,
  expand: <path d="M4 9.500V4h5.500M20 9.500V4h-5.500M4 14.500V20h5.500M20 14.500V20h-5.500" />,
  shrink: <path d="M9.500 4v5.500H4M14.500 4v5.500H20M9.500 20v-5.500H4M14.500 20v-5.500H20" />,
  download: <path d="M12 4v11m0 0-4-4m4 4 4-4M4.500 19.500h15" />,
  backstage: (
    <path d="M3.500 4h17M5 4v16M19 4v16M5 4c.3 5.500 2.500 8.500 6.500 9.500M19 4c-.3 5.500-2.500 8.500-6.500 9.500" />
  ),
  down: <path d="m6 9.5 6 6 6-6" />,
  up: <path d="m6 14.5 6-6 6 6" />,
  forward: <path d="m9.5 6 6 6-6 6" />,
  back: <path d="m14.5 6-6 6 6 6" />,
  more: <path d="M5 12v.1M12 12v.1M19 12v.1" strokeWidth="2.8" />,
  grip: <path d="M9 6v.1M15 6v.1M9 12v.1M15 12v.1M9 18v.1M15 18v.1" strokeWidth="2.6" />,
  pause: <path d="M9 5.5v13M15 5.5v13" strokeWidth="2.4" />,
  play: <path d="M8 5.500v13l11-6.500Z" />,
  stop: <rect x="6" y="6" width="12" height="12" rx="1.5" />,
  plus: <path d="M12 5v14M5 12h14" />,
  minus: <path d="M5 12h14" />,
  people: (
    <>
      <circle cx="9" cy="8.5" r="3.5" />
      <path d="M2.5 19.5c.5-3.5 3-5.5 6.5-5.5s6 2 6.5 5.5M15.5 5.3a3.5 3.5 0 0 1 0 6.4M17.5 14.3c2.3.7 3.7 2.5 4 5.2" />
    </>
  ),
  sound: <path d="M4 9.5v5h3.5l4.5 4v-13l-4.5 4ZM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.7 7.7 0 0 1 0 11" />,
  pin: <path d="M9 3.5h6l-.8 6.5 3.3 3.5h-11L9.8 10ZM12 13.5V21" />,
  linkLost: (
    <path d="M3 8.8a13.5 13.5 0 0 1 4-2.5M21 8.8A13.5 13.5 0 0 0 11 5.4M6.3 12.3a9 9 0 0 1 3.5-2M17.7 12.300a9 9 0 0 0-3-1.800M9.4 15.8a4.5 4.5 0 0 1 5.2 0M12 19.3v.1M4 4l16 16" />
  ),
  calendar: (
    <>
      <rect x="4" y="5.5" width="16" height="15" rx="2" />
      <path d="M4 10h16M8.5 3.5v4M15.5 3.5v4" />
    </>
  ),
  undo: <path d="M8 5 4 9l4 4M4 9h9.5a5.5 5.5 0 0 1 0 11H9" />,
  move: <path d="M7 4v15m0 0-3-3m3 3 3-3M17 20V5m0 0-3 3m3-3 3 3" />,
  list: <path d="M9 6h11M9 12h11M9 18h11M4.5 6v.1M4.5 12v.1M4.5 18v.1" />,
  edit: <path d="M4.5 19.500l1-4.500L16 4.500l3.5 3.500L9 18.500ZM13.5 7l3.5 3.5" />,
  bin: <path d="M5 7h14M10 7V4.500h4V7M7 7l.8 12.500h8.400L17 7M10.3 10.500v5.500M13.7 10.500v5.5" />,
  star: <path d="m12 4.5 2.3 4.7 5.2.7-3.8 3.6.9 5.1-4.6-2.4-4.6 2.4.9-5.1-3.8-3.6 5.2-.7Z" />,
  settings: (
    <>
      <path d="M4 7h9.500M18.5 7H20M4 17h1.500M10.5 17H20" />
      <circle cx="16" cy="7" r="2.5" />
      <circle cx="8" cy="17" r="2.5" />
    </>
  ),
  mark: (
    <>
      <circle cx="12" cy="12" r="4.6" strokeWidth="2.2" />
      <path
        d="M12 2.6v.01M12 21.4v.01M2.6 12h.01M21.4 12h.01M5.4 5.4h.01M18.6 18.6h.01M5.4 18.600h.01M18.6 5.4h.01"
        strokeWidth="4.2"
      />
    </>
  ),
} as const;

export type IconName = keyof typeof shapes;

/** What points along the line of text turns round with it. */
const mirrored: ReadonlySet<IconName> = new Set(['forward', 'back', 'later', 'leave', 'undo', 'list']);

/** An icon in the colour of the text. It repeats words and is never read out. */
export function Icon({ name, size = 'base' }: { name: IconName; size?: 'small' | 'base' | 'large' }) {
  return (
    <svg
      className={styles.icon}
      data-size={size}
      data-mirrored={mirrored.has(name) || undefined}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name]}
    </svg>
  );
}
