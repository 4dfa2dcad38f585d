package cn.ecogate.uplink.control;

import cn.ecogate.uplink.entity.CallMade;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * The platform's token, shared by all who send. When it has ended one of them fetches the next and
 * the others wait for that one, and for its failure: a platform that is in trouble is not asked by
 * everybody at once.
 */
final class TokenPurse {

  /** What the platform gave. */
  record Token(String text, Instant until) {}

  /** Asks the platform for one. */
  interface Source {
    Token fetch(List<CallMade> calls) throws IOException, TimeoutException, NoToken;
  }

  /** The platform answered, but gave no token. */
  static final class NoToken extends Exception {
    private static final long serialVersionUID = 1L;

    NoToken(String words) {
      super(words);
    }
  }

  private final Source source;
  private Token token;
  private CompletableFuture<Token> fetching;

  TokenPurse(Source source) {
    this.source = source;
  }

  /** One that has not ended by now; {@code calls} gets the call if it was ours. */
  Token token(Instant now, List<CallMade> calls) throws IOException, TimeoutException, NoToken {
    CompletableFuture<Token> ours = new CompletableFuture<>();
    CompletableFuture<Token> theirs;
    synchronized (this) {
      if (token != null && now.isBefore(token.until())) {
        return token;
      }
      theirs = fetching;
      if (theirs == null) {
        fetching = ours;
      }
    }
    return theirs == null ? fetched(ours, calls) : awaited(theirs);
  }

  /** The platform did not take that one; a newer one stays. */
  synchronized void forget(Token refused) {
    if (token == refused) {
      token = null;
    }
  }

  private Token fetched(CompletableFuture<Token> ours, List<CallMade> calls)
      throws IOException, TimeoutException, NoToken {
    Token fresh = null;
    Throwable failure = new IllegalStateException("the fetching of a token was broken off");
    try {
      fresh = source.fetch(calls);
      return fresh;
    } catch (IOException | TimeoutException | NoToken | RuntimeException e) {
      failure = e;
      throw e;
    } finally {
      synchronized (this) {
        token = fresh;
        fetching = null;
      }
      if (fresh == null) {
        ours.completeExceptionally(failure);
      } else {
        ours.complete(fresh);
      }
    }
  }

  private static Token awaited(CompletableFuture<Token> theirs)
      throws IOException, TimeoutException, NoToken {
    try {
      return theirs.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("停机中", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof IOException trouble) {
        throw trouble;
      }
      if (cause instanceof TimeoutException late) {
        throw late;
      }
      if (cause instanceof NoToken none) {
        throw none;
      }
      throw new IllegalStateException(cause);
    }
  }
}
