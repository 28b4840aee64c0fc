import styles from './reception.module.css';

/** Before any form: whom to call. */
export const Danger = () => (
  <div role="alert" className={styles.danger}>
    <strong>可能有危险,先打电话:</strong>
    <span>报警 110</span>
    <span>火警 119</span>
    <span>急救 120</span>
    <span>再告诉书记和社区民警,然后登记。</span>
  </div>
);
