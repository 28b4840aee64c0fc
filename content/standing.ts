import { z } from 'zod';

/** How far a rule, parameter, certificate or text may be trusted; the scale is explained in this folder's README. */
export const Standing = z.enum([
  'official-local',
  'official-national',
  'press-local',
  'elsewhere',
  'assumed',
  'composed',
]);

/** Of a catalogue item: named in an account of the lists, found in a public source, or put in to make them whole. */
export const ItemStanding = z.enum(['listed', 'attested', 'reconstructed']);

/** The lines that an item or a worker can belong to: the 13 policy fields. */
export const policyLines = [
  '党群',
  '民政救助',
  '养老',
  '残联',
  '优抚双拥',
  '卫生健康与计生',
  '就业社保',
  '综治平安',
  '人口管理',
  '人民调解',
  '文教体',
  '妇儿',
  '环境物业',
] as const;

/** Doorstep kinds that belong to no policy field. */
export const everydayLine = '便民服务';

export const WebAddress = z.url({ protocol: /^https?$/ });
