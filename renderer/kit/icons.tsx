import type { ReactNode } from 'react';

/** Shapes that lucide lacks, drawn on the same 24 grid with the same stroke. */
type Size = { size?: number };

const draw = (size: number, children: ReactNode) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={2}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    {children}
  </svg>
);

/** An arrow that came in and bounced: a call that nobody took. */
export const CallMissed = ({ size = 16 }: Size) => draw(size, <path d="m21 6-9 9-9-9M3 12V6h6" />);

/** An arrow that went out and bounced: a customer who did not pick up. */
export const CallUnanswered = ({ size = 16 }: Size) => draw(size, <path d="m3 6 9 9 9-9M21 12V6h-6" />);

/** A line that broke. */
export const CallBroken = ({ size = 16 }: Size) => draw(size, <path d="M2.5 12H8l3-5.5M21.5 12H16l-3 5.5" />);

/** The handset laid down. */
export const HangUp = ({ size = 16 }: Size) =>
  draw(
    size,
    <path
      d="M12 8.6c-3.7 0-7 1.1-9.5 3.2-.9.8-1 2-.3 2.9l1.7 2.1c.6.7 1.5.9 2.3.5l2.2-1c.7-.3 1.1-.9 1.1-1.6v-1.9a11.5 11.5 0 0 1 5 0v1.9c0 .7.4 1.3 1.1 1.6l2.2 1c.8.4 1.7.2 2.3-.5l1.7-2.1c.7-.9.6-2.1-.3-2.9-2.5-2.1-5.8-3.2-9.5-3.2z"
      fill="currentColor"
      stroke="none"
    />,
  );

/** Ringdesk's own mark: a bell on a desk. */
export const BellMark = ({ size = 24 }: Size) =>
  draw(
    size,
    <>
      <path d="M4.5 15.5a7.5 7.5 0 0 1 15 0z" fill="currentColor" />
      <path d="M3 19.5h18M12 8V5M10 5h4" />
    </>,
  );
