import { ConfigProvider, type ThemeConfig } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { COLOURS } from './colours.ts';

const THEME: ThemeConfig = {
  token: {
    colorPrimary: COLOURS.work,
    colorLink: COLOURS.work,
    // Red is kept for what is late; a field to correct is amber.
    colorError: COLOURS.soon,
    colorErrorBg: COLOURS.soonPale,
    colorErrorBorder: '#e3c48d',
    colorWarning: COLOURS.soon,
    colorWarningBg: COLOURS.soonPale,
    colorWarningBorder: '#e3c48d',
    colorText: COLOURS.ink,
    colorTextSecondary: '#42555a',
    colorTextTertiary: COLOURS.quiet,
    colorTextDescription: COLOURS.quiet,
    colorTextPlaceholder: COLOURS.quiet,
    colorTextDisabled: '#6b7b7e',
    colorBorder: '#8fa3a4',
    colorBorderSecondary: '#d5dfdf',
    fontSize: 16,
    controlHeight: 36,
    borderRadius: 6,
    motion: false,
    wireframe: false,
    fontFamily:
      '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif',
  },
  components: {
    Form: { itemMarginBottom: 16, labelColor: '#42555a' },
    Button: { primaryShadow: 'none', defaultShadow: 'none' },
  },
};

/**
 * Chinese words, calm colours, 16 px and no motion for everything inside.
 * `autoInsertSpace: false`: a button 登录 must read 登录 to screen readers and tests, not 登 录.
 */
export const StaffTheme = ({ children }: { children: ReactNode }) => (
  <ConfigProvider locale={zhCN} theme={THEME} button={{ autoInsertSpace: false }}>
    {children}
  </ConfigProvider>
);
