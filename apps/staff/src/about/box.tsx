interface BoxProps {
  readonly x: number;
  readonly y: number;
  readonly title: string;
  readonly lines: readonly string[];
  readonly strong?: boolean;
}

export const WIDTH = 208;

/** One station of the drawing. */
export const Box = ({ x, y, title, lines, strong = false }: BoxProps) => (
  <g transform={`translate(${x} ${y})`}>
    <rect
      width={WIDTH}
      height="128"
      rx="12"
      fill={strong ? '#0f5e5c' : '#e6f1f0'}
      stroke="#0f5e5c"
      strokeWidth="2"
    />
    <text
      x={WIDTH / 2}
      y="46"
      textAnchor="middle"
      fontSize="24"
      fontWeight="600"
      fill={strong ? '#fff' : '#0f5e5c'}
    >
      {title}
    </text>
    {lines.map((line, index) => (
      <text
        key={line}
        x={WIDTH / 2}
        y={80 + index * 26}
        textAnchor="middle"
        fontSize="18"
        fill={strong ? '#fff' : '#1c2b2d'}
      >
        {line}
      </text>
    ))}
  </g>
);
