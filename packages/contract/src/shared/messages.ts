import { z } from 'zod';

/** What a person reads when a field is wrong and the schema has no words of its own: Chinese, and what to do. */
function say(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? '请填写' : '填的内容类型不对,请检查';
    case 'invalid_value':
      return `只能是:${issue.values.map(String).join('、')}`;
    case 'unrecognized_keys':
      return `不认识的内容:${issue.keys.join('、')},请去掉`;
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `不能大于 ${issue.maximum}`
        : `太多了,最多 ${issue.maximum}`;
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `不能小于 ${issue.minimum}`
        : `太少了,至少 ${issue.minimum}`;
    case 'invalid_union':
      return '这一项的内容和类型对不上,请检查';
    default:
      return '填得不对,请检查';
  }
}

z.config({ customError: say });
