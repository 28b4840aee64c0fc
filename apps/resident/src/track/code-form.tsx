/** One question: the code. Sent as a plain form, so that it works without JavaScript. */
export const CodeForm = ({ typed }: { typed: string }) => (
  <form action="/track" method="get">
    <label for="code">查询码</label>
    <p class="help" id="code-help">
      告知单、号码单上写着“查询码”的那一行。大写小写、空格、短横都没关系。
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
