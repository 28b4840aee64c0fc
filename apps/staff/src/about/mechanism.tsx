interface BoxProps {
  readonly x: number;
  readonly title: string;
  readonly lines: readonly string[];
  readonly strong?: boolean;
}

const WIDTH = 208;

const Box = ({ x, title, lines, strong = false }: BoxProps) => (
  <g transform={`translate(${x} 96)`}>
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

/** One desk, any matter, a promise, the offices come, the resident need not come again: drawn. */
export const Mechanism = () => (
  <svg
    viewBox="0 0 1240 350"
    role="img"
    aria-labelledby="mechanism-title mechanism-words"
    fontFamily="inherit"
    style={{ width: '100%', height: 'auto' }}
  >
    <title id="mechanism-title">全岗通怎么转起来</title>
    <desc id="mechanism-words">
      居民来到一个接待台,什么事都可以说;当场能办的就办好,办不了的说定哪一天回话;科室和受理中心到接待台来办;居民不用再跑,首问的人把结果告诉他。
    </desc>
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
    <Box x={8} title="居民" lines={['来、打电话、网上', '说自己的话']} />
    <Box x={346} title="一个接待台" lines={['谁在都能接', '哪一条线的事都接']} strong />
    <Box x={684} title="说定一天" lines={['当场能办的就办好', '不能的说定哪天回话']} />
    <Box x={1022} title="科室来办" lines={['事情转过去', '人不用跑过去']} />
    <g stroke="#0f5e5c" strokeWidth="3" fill="none">
      <path d="M220 160H338" markerEnd="url(#tip)" />
      <path d="M558 160H676" markerEnd="url(#tip)" />
      <path d="M896 160H1014" markerEnd="url(#tip)" />
      <path d="M1126 228v56a16 16 0 0 1-16 16H128a16 16 0 0 1-16-16v-52" markerEnd="url(#tip)" />
      <path d="M450 88V64a16 16 0 0 1 16-16h308a16 16 0 0 1 16 16v24" strokeDasharray="8 8" />
    </g>
    <g fontSize="18" fill="#1c2b2d" textAnchor="middle">
      <text x="279" y="146">
        任何一件事
      </text>
      <text x="617" y="146">
        一次说清
      </text>
      <text x="955" y="146">
        转
      </text>
      <text x="620" y="36">
        首问的人一直跟到底
      </text>
      <text x="620" y="332">
        结果由首问的人告诉居民,居民不用再跑
      </text>
    </g>
  </svg>
);
