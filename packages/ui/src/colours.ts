/** Colours with their meaning; all of them readable as text on white and on the ground (WCAG AA: 4.5). */
export const COLOURS = {
  ink: '#1c2b2d',
  work: '#0f5e5c',
  late: '#b3261e',
  soon: '#8a5300',
  quiet: '#55676a',
  paper: '#ffffff',
  ground: '#f3f6f6',
} as const;
