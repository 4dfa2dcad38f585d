package cn.ecogate.testing;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A CDI event outside a container: keeps what was fired and calls one observer, in the caller's
 * thread.
 */
public final class HeardEvents<T> implements Event<T> {

  private final List<T> heard = new CopyOnWriteArrayList<>();
  private final Consumer<T> observer;

  public HeardEvents() {
    this(event -> {});
  }

  public HeardEvents(Consumer<T> observer) {
    this.observer = observer;
  }

  public List<T> heard() {
    return List.copyOf(heard);
  }

  @Override
  public void fire(T event) {
    heard.add(event);
    observer.accept(event);
  }

  @Override
  public <U extends T> CompletionStage<U> fireAsync(U event) {
    fire(event);
    return CompletableFuture.completedStage(event);
  }

  @Override
  public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
    return fireAsync(event);
  }

  @Override
  public Event<T> select(Annotation... qualifiers) {
    return this;
  }

  @Override
  public <U extends T> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
    throw new UnsupportedOperationException("no test needs a narrower event");
  }

  @Override
  public <U extends T> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
    throw new UnsupportedOperationException("no test needs a narrower event");
  }
}
