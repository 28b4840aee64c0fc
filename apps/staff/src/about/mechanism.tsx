import { Box } from './box.tsx';
import { MECHANISM } from './mechanism-words.ts';

/** One desk, any matter, a promise, the offices come, the resident need not come again: drawn. */
export const Mechanism = () => (
  <svg
    viewBox="0 0 1240 350"
    role="img"
    aria-labelledby="mechanism-title mechanism-words"
    fontFamily="inherit"
    style={{ width: '100%', height: 'auto' }}
  >
    <title id="mechanism-title">{MECHANISM.title}</title>
    <desc id="mechanism-words">{MECHANISM.said}</desc>
    <defs>
      <marker
        id="tip"
        viewBox="0 0 10 10"
        refX="9"
        refY="5"
        markerWidth="8"
        markerHeight="8"
        orient="auto"
      >
        <path d="M0 0 10 5 0 10z" fill="#0f5e5c" />
      </marker>
    </defs>
    {MECHANISM.boxes.map((box, index) => (
      <Box key={box.title} x={8 + index * 338} y={96} {...box} />
    ))}
    <g stroke="#0f5e5c" strokeWidth="3" fill="none">
      <path d="M220 160H338" markerEnd="url(#tip)" />
      <path d="M558 160H676" markerEnd="url(#tip)" />
      <path d="M896 160H1014" markerEnd="url(#tip)" />
      <path d="M1126 228v56a16 16 0 0 1-16 16H128a16 16 0 0 1-16-16v-52" markerEnd="url(#tip)" />
      <path d="M450 88V64a16 16 0 0 1 16-16h308a16 16 0 0 1 16 16v24" strokeDasharray="8 8" />
    </g>
    <g fontSize="18" fill="#1c2b2d" textAnchor="middle">
      <text x="279" y="146">
        {MECHANISM.asked}
      </text>
      <text x="617" y="146">
        {MECHANISM.told}
      </text>
      <text x="955" y="146">
        {MECHANISM.passed}
      </text>
      <text x="620" y="36">
        {MECHANISM.kept}
      </text>
      <text x="620" y="332">
        {MECHANISM.back}
      </text>
    </g>
  </svg>
);
