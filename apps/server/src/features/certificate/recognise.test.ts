import { beforeAll, expect, test } from 'vitest';
import { type CertificateList, certificateList } from './certificate-list.ts';
import { recognise } from './recognise.ts';

let list: CertificateList;
beforeAll(async () => {
  list = await certificateList();
});
const asked = (words: string) => recognise(list, words).asked?.code ?? null;

test.each([
  ['我要开一张亲属关系证明', 'NEG-01'],
  ['想打一张户籍证明', 'NEG-02'],
  ['派出所叫我来开无犯罪记录证明', 'NEG-05'],
  ['单身证明能开伐', 'NEG-08'],
  ['老爷子过世了,开个死亡证明', 'NEG-11'],
  ['领养老金要证明人还活着', 'NEG-10'],
  ['收入证明', 'NEG-17'],
  ['房产证明', 'NEG-17'],
  ['开店要经营场所证明', 'NEG-19'],
  ['失业证明', 'NEG-SH-03'],
  ['婚育证明', 'POS-SH-02'],
  ['婚育状况证明', 'NEG-14'],
  ['居住证明', 'POS-SH-01'],
  ['证明我住在这里', 'POS-SH-01'],
  ['当兵要政审证明', 'POS-SH-05'],
  ['指定监护人的证明', 'POS-SH-07'],
])('%s → %s', (words, code) => {
  expect(asked(words)).toBe(code);
});

test.each([
  ['开个证明,证明我和我妈是母女', 'NEG-01'],
  ['身份证丢了要开遗失证明', 'NEG-20'],
  ['亲属关系证名', 'NEG-01'],
  ['亲戚关系证明', 'NEG-01'],
  ['qinshuguanxizhengming', 'NEG-01'],
  ['无犯罪纪录证明', 'NEG-05'],
  ['juzhuzhengming', 'POS-SH-01'],
  ['遗产继承全证明', 'NEG-18'],
])(
  'said at length, typed wrong or in pinyin, %s is still %s, first of the choices',
  (words, code) => {
    expect(recognise(list, words).choices[0]?.code).toBe(code);
  },
);

test.each([
  '证明',
  '要开张证明',
  '路灯坏了',
  '证明小区树该修剪',
  '学校要的志愿服务证明',
  '好人好事证明',
  '楼上漏水的证明',
])('%s names no paper of a list', (words) => {
  expect(asked(words)).toBeNull();
});

test('no list of another place is offered', () => {
  for (const words of ['转学证明', '缴费票据遗失证明', '与死亡人员关系证明'])
    expect(recognise(list, words).choices.map(({ code }) => code)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/-(HB|BJ)-/)]),
    );
});
