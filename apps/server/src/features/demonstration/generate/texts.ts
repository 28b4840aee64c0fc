import type { Route } from '@qzt/domain/catalogue';

/** What is written in the invented history (standing: composed): short, as people type at a desk. */

/** Matters on no list, in residents' own words, with a title for the worker. */
export const otherMatters: readonly { readonly words: string; readonly title: string }[] = [
  { words: '对面工地半夜还在敲,孩子睡不好', title: '夜间施工太吵' },
  { words: '楼道里堆了好多纸板箱,走路要侧身', title: '楼道堆物' },
  { words: '小区门口共享单车停了一排,轮椅出不去', title: '门口单车堵路' },
  { words: '广场舞音响太响,能不能早点收', title: '广场舞扰民' },
  { words: '信箱锁坏了大半年,报纸老是丢', title: '信箱损坏' },
  { words: '晾衣架锈断了,想请人看看', title: '公共晾衣架断裂' },
  { words: '三楼养鸽子,阳台上都是毛', title: '楼上养鸽子' },
  { words: '树长到窗口了,屋里一点光没有', title: '树枝遮光' },
  { words: '门口的积水,一下雨就进不了楼', title: '楼前积水' },
  { words: '快递柜旁边总有人抽烟', title: '快递柜旁吸烟' },
  { words: '健身器材的螺丝松了,小朋友要摔跤的', title: '健身器材松动' },
  { words: '门禁卡刷不开,物业说要等', title: '门禁失灵' },
];

const byRoute: Readonly<Record<Route, readonly string[]>> = {
  committee: ['已经办好,材料还给本人', '当场办好了,结果告诉了本人', '已登记好,有进展再打电话'],
  'review-then-subdistrict': ['街道审核通过,下个月起享受', '街道已批,通知书请到居委来拿'],
  'assist-subdistrict': ['街道已受理并核对,结果已书面告知', '核对完成,符合条件,已发放'],
  'refer-service-centre': ['受理中心已办结,证件寄到家里', '受理中心说已经入账,可以去查'],
  'dispatch-provider': ['师傅上门修好了,收费已讲清', '已经上门做好,居民在单子上签了字'],
  'dispatch-volunteer': ['志愿者上门帮好了', '志愿者约好时间,已经去过'],
  advice: ['已讲清要带的材料和去的地方', '把流程写在纸上给他了'],
};

/** How a matter was answered, by the item's route. */
export const answersOf = (route: Route | undefined): readonly string[] =>
  route
    ? byRoute[route]
    : ['到现场看过,已请物业处理好', '跟两边都说过了,问题解决了', '已联系有关部门,处理好了'];

export const settledAnswers = ['当场办好', '当场讲清,本人明白了', '看了材料,当场办好'];
export const notes = ['电话里先说了一声', '约了明天下午再来', '已跟楼组长打过招呼', '家属知道了'];
export const contests = ['说还是没有解决', '说过了两天又是老样子', '对结果不满意,想再问问'];
export const askedWhy = ['街道说还要这一份', '原件看不清,要补一份', '名字对不上,要一份说明'];
export const takeBacks = ['退回来补材料', '街道说先由居委核实'];
export const refusals: readonly { readonly reason: string; readonly office: string }[] = [
  { reason: '户籍不在本市,按规定不能在这里办', office: '户籍地的社区事务受理服务中心' },
  { reason: '这个证明居委会不能出,已经说明', office: '派出所户籍窗口' },
  { reason: '年龄还没有到,到了再来登记', office: '街道社区事务受理服务中心' },
];
export const transfers: readonly { readonly office: string; readonly note: string }[] = [
  { office: '区市场监督管理部门(演示)', note: '是商铺的事,已书面转过去' },
  { office: '城管中队(演示)', note: '违法搭建归他们管,已转' },
];
export const extensions = ['要等街道的会', '申请人在外地,下周才回来'];
export const reassignments = ['条线熟,请他接着办', '原来的同事这周外出学习'];
export const reopenings = ['又坏了,再来反映', '补贴只发了一个月'];
export const providers = ['老王维修部(演示)', '邻里家政(演示)', '安居水电(演示)', '便民开锁(演示)'];
export const volunteers = ['志愿者陈阿姨', '志愿者老赵', '志愿者小徐'];

/** Materials that no notice names: asking for one is a second ask. */
export const surprisingMaterials = ['情况说明', '户口簿复印件', '近期照片'];
