/** At the foot of every picture that is about somebody. */
export const Receiver = ({ name }: { name: string }) =>
  name === '' ? null : (
    <footer>
      接待您的是 <b>{name}</b>
    </footer>
  );
