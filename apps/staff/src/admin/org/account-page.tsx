import { Page } from '../page.tsx';
import { PasswordForm } from './password-form.tsx';
import { SecondFactor } from './second-factor.tsx';
import { SessionList } from './session-list.tsx';

/** Everybody's own: where I am signed in, my password, my one-time codes. */
export const AccountPage = () => (
  <Page title="我的登录">
    <SessionList />
    <PasswordForm />
    <SecondFactor />
  </Page>
);
