import { Box } from './box.tsx';
import { MECHANISM } from './mechanism-words.ts';

const STEP = 188;
const BETWEEN = [MECHANISM.asked, MECHANISM.told, MECHANISM.passed];

/** The same drawing from top to bottom, for a telephone. */
export const MechanismTall = () => (
  <svg
    viewBox="0 0 330 810"
    role="img"
    aria-labelledby="tall-title tall-words"
    fontFamily="inherit"
    style={{ width: '100%', height: 'auto' }}
  >
    <title id="tall-title">{MECHANISM.title}</title>
    <desc id="tall-words">{MECHANISM.said}</desc>
    <defs>
      <marker
        id="tall-tip"
        viewBox="0 0 10 10"
        refX="9"
        refY="5"
        markerWidth="7"
        markerHeight="7"
        orient="auto"
      >
        <path d="M0 0 10 5 0 10z" fill="#0f5e5c" />
      </marker>
    </defs>
    {MECHANISM.boxes.map((box, index) => (
      <Box key={box.title} x={56} y={8 + index * STEP} {...box} />
    ))}
    <g stroke="#0f5e5c" strokeWidth="3" fill="none">
      {BETWEEN.map((words, index) => (
        <path key={words} d={`M160 ${140 + index * STEP}v48`} markerEnd="url(#tall-tip)" />
      ))}
      <path d="M48 636H32a16 16 0 0 1-16-16V88a16 16 0 0 1 16-16h16" markerEnd="url(#tall-tip)" />
    </g>
    <g fontSize="18" fill="#1c2b2d">
      {BETWEEN.map((words, index) => (
        <text key={words} x="176" y={172 + index * STEP}>
          {words}
        </text>
      ))}
      <text x="165" y="744" textAnchor="middle">
        {MECHANISM.kept}
      </text>
      <text x="165" y="774" textAnchor="middle" fontSize="17">
        {MECHANISM.back}
      </text>
    </g>
  </svg>
);
