import { useKeys } from '@qzt/ui';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';

/** From a page beside the desk back to it, with the case that was open; Esc does the same. */
export const BackToDesk = ({ caseId }: { caseId?: string | undefined }) => {
  const navigate = useNavigate();
  const back = (): void =>
    void navigate({ to: '/desk', search: caseId === undefined ? {} : { case: caseId } });
  const leave = (): boolean => {
    // An open list of choices closes first.
    if (document.querySelector('.ant-select-open')) return false;
    back();
    return true;
  };
  useKeys({ Esc: leave });
  return (
    <Button onClick={back}>
      <span className="ui-key">Esc</span> 回到接待
    </Button>
  );
};
