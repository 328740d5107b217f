export interface TokenDialogProps {
  /** Whether a token was given that the simulator does not take. */
  readonly refused: boolean;
  readonly onToken: (token: string) => void;
}

/** Asks for the admin token, which programs of other machines need. */
export function TokenDialog({ refused, onToken }: TokenDialogProps) {
  return (
    <main class="empty">
      <h1>jama-sim</h1>
      <form
        class="token-form"
        onSubmit={(event) => {
          event.preventDefault();
          onToken(String(new FormData(event.currentTarget).get('token') ?? ''));
        }}
      >
        {refused && (
          <p role="alert" class="problem">
            The token was refused: it is none of this simulator, or of one that was started anew since.
          </p>
        )}
        <p id="token-why">
          This console wants a token: the one that the simulator was started with (<code>--admin-token</code>
          ), or open the link that you were given once more. It is kept until this tab is closed.
        </p>
        <label>
          Admin token
          <input name="token" type="password" autocomplete="off" required aria-describedby="token-why" />
        </label>
        <button type="submit" class="primary">
          Open the console
        </button>
      </form>
    </main>
  );
}
