/** One question: the code. Sent as a plain form, so that it works without JavaScript. */
export const CodeForm = ({ typed }: { typed: string }) => (
  <form action="/track" method="get">
    <label for="code">进度码</label>
    <p class="help" id="code-help">
      印在二维码下面的字母和数字。大写小写、空格都没关系。
    </p>
    <input
      id="code"
      name="c"
      required
      aria-describedby="code-help"
      autocomplete="off"
      autocapitalize="characters"
      spellcheck={false}
      maxLength={200}
      value={typed}
    />
    <button type="submit">查一查</button>
  </form>
);
