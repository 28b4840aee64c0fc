/** Colours with their meaning; all of them readable as text on white and on the ground (WCAG AA: 4.5). */
export const COLOURS = {
  ink: '#1c2b2d',
  work: '#0f5e5c',
  late: '#b3261e',
  soon: '#8a5300',
  quiet: '#55676a',
  paper: '#ffffff',
  ground: '#f3f6f6',
  workPale: '#e6f1f0',
  soonPale: '#fdf3e0',
  line: '#d5dfdf',
} as const;

/** Gives the colours to the style sheets as `--ink`, `--work` …, so that they are written once. */
export const paintColours = (style: CSSStyleDeclaration): void => {
  for (const [name, value] of Object.entries(COLOURS)) style.setProperty(`--${name}`, value);
};
