package cn.ecogate.uplink.boundary;

import cn.ecogate.alarm.boundary.AlarmDesk;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.strategy.boundary.ListDesk;
import cn.ecogate.strategy.boundary.StrategyDesk;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.ExceedingVehicle;
import cn.ecogate.strategy.entity.ReceivedListing;
import cn.ecogate.strategy.entity.ReceivedStrategy;
import cn.ecogate.strategy.entity.StrategyRow;
import cn.ecogate.testing.HeardEvents;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.uplink.control.Incoming.Rows;
import cn.ecogate.uplink.entity.Exchange;
import cn.ecogate.uplink.entity.Receipt;
import cn.ecogate.uplink.entity.ReceiptKind;
import cn.ecogate.uplink.entity.ReceiptLine;
import cn.ecogate.uplink.entity.ReceivedViolation;
import cn.ecogate.uplink.entity.Subscription;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The plant that also takes what its platform sends down. */
final class ReceivingPlant implements AutoCloseable {

  final UplinkPlant plant;
  final RealDatabase database;

  ReceivingPlant(RealDatabase database, Path dataDir) throws IOException {
    this.plant = new UplinkPlant(database, dataDir);
    this.database = database;
  }

  /** A node of the application that asks. */
  Receiver node() {
    return node(new LocalInbox());
  }

  Receiver node(Inbox inbox) {
    Receiver receiver = new Receiver();
    receiver.platforms = plant.platforms();
    receiver.inbox = inbox;
    receiver.siteBook = plant.siteBook;
    receiver.notice = new ChangeNotice();
    receiver.notice.event = plant.changes;
    receiver.clock = plant.clock;
    receiver.open();
    return receiver;
  }

  /** The watch over the age of what was received, of a node that was just started. */
  ListWatch watch() {
    ListWatch watch = new ListWatch();
    watch.platforms = plant.platforms();
    watch.clock = plant.clock;
    watch.subscriptions =
        new Subscriptions() {
          @Override
          public List<Subscription> of(String platformId) {
            return database.inTransaction(
                em -> {
                  this.em = em;
                  return super.of(platformId);
                });
          }
        };
    watch.desk =
        new AlarmDesk() {
          @Override
          public void raise(Alarm.Kind kind, String subject, String sentence) {
            database.inTransaction(
                em -> {
                  desk(em).raise(kind, subject, sentence);
                });
          }

          @Override
          public void clear(Alarm.Kind kind, String subject) {
            database.inTransaction(
                em -> {
                  desk(em).clear(kind, subject);
                });
          }
        };
    return watch;
  }

  private AlarmDesk desk(EntityManager em) {
    return new AlarmDesk(em, plant.clock, new HeardEvents<>());
  }

  /** Puts a vehicle on the platform's list. */
  void lists(String plate, String reason) {
    sends(
        "exceeding",
        Map.of("plateNo", plate, "plateColor", "1", "reason", reason, "issueDate", "2026-11-20"));
  }

  void releases(String plate) {
    sends("exceeding", Map.of("plateNo", plate, "plateColor", "1", "released", "1"));
  }

  /** An order for heavy vehicles of china 4 and below, from ten to ten. */
  void orders(String number, Map<String, Object> otherwise) {
    Map<String, Object> order =
        new LinkedHashMap<>(
            Map.of(
                "strategyNo", number,
                "startTime", "2026-11-21 22:00:00",
                "endTime", "2026-11-22 22:00:00",
                "alertLevel", "2",
                "measures", "2"));
    order.putAll(otherwise);
    sends("strategy", order);
  }

  void sends(String kind, Map<String, Object> fields) {
    Map<String, Object> order = new LinkedHashMap<>(fields);
    order.put("kind", kind);
    plant.platform.send(order);
  }

  void later(Duration time) {
    plant.clock.forward(time);
  }

  /** Plates that are refused now, in order. */
  List<String> listed() {
    return database.inTransaction(
        em -> {
          return em.createQuery(
                  "SELECT e FROM ExceedingVehicle e WHERE e.releasedAt IS NULL ORDER BY e.plate",
                  ExceedingVehicle.class)
              .getResultStream()
              .map(ExceedingVehicle::getPlate)
              .toList();
        });
  }

  List<ControlStrategy> strategies() {
    return database.inTransaction(
        em -> {
          return em.createQuery(
                  "SELECT s FROM StrategyRow s WHERE s.latest = TRUE ORDER BY s.id",
                  StrategyRow.class)
              .getResultStream()
              .map(StrategyRow::strategy)
              .toList();
        });
  }

  List<Receipt> receipts() {
    return database.inTransaction(
        em -> {
          return em.createQuery("SELECT r FROM Receipt r ORDER BY r.id", Receipt.class)
              .getResultList();
        });
  }

  /** Its lines as sentences. */
  List<String> lines(Receipt receipt) {
    return database.inTransaction(
        em -> {
          return em.createQuery(
                  "SELECT l FROM ReceiptLine l WHERE l.receiptId = :id ORDER BY l.number",
                  ReceiptLine.class)
              .setParameter("id", receipt.getId())
              .getResultStream()
              .map(
                  line ->
                      line.getChange().label()
                          + (line.getPlate() == null ? "" : " " + line.getPlate())
                          + " "
                          + line.getWords())
              .toList();
        });
  }

  Subscription subscription(ReceiptKind kind) {
    return database.inTransaction(
        em -> {
          return em.createQuery(
                  "SELECT s FROM Subscription s WHERE s.kind = :kind", Subscription.class)
              .setParameter("kind", kind)
              .getSingleResult();
        });
  }

  /** Sentences of the alarms of that kind that stand. */
  List<String> standing(Alarm.Kind kind) {
    return database.inTransaction(
        em -> {
          return em.createQuery(
                  "SELECT a.sentence FROM Alarm a WHERE a.standing = TRUE AND a.kind = :kind"
                      + " ORDER BY a.id",
                  String.class)
              .setParameter("kind", kind)
              .getResultList();
        });
  }

  @Override
  public void close() {
    plant.close();
  }

  /** The inbox with a transaction around every call, as the container puts it. */
  class LocalInbox extends Inbox {

    LocalInbox() {
      this.clock = plant.clock;
      this.chance = () -> Long.MIN_VALUE; // 0.5: the plan's middle
    }

    /** Where notices are raised, the last thing that is written. */
    AlarmDesk bell(EntityManager em) {
      return desk(em);
    }

    private <T> T within(Supplier<T> work) {
      return database.inTransaction(
          em -> {
            this.em = em;
            this.ledger = plant.ledger(em);
            this.lists = new ListDesk(em, ledger, plant.clock);
            this.strategies = new StrategyDesk(em, ledger, plant.clock, new HeardEvents<>());
            this.alarms =
                new AlarmDesk() {
                  @Override
                  public void raise(Alarm.Kind kind, String subject, String sentence) {
                    bell(em).raise(kind, subject, sentence);
                  }

                  @Override
                  public void clear(Alarm.Kind kind, String subject) {
                    desk(em).clear(kind, subject);
                  }

                  @Override
                  public void clearOlder(Alarm.Kind kind, Instant before) {
                    desk(em).clearOlder(kind, before);
                  }
                };
            return work.get();
          });
    }

    @Override
    public void open(String platformId, ReceiptKind kind) {
      within(
          () -> {
            super.open(platformId, kind);
            return null;
          });
    }

    @Override
    public Optional<Subscription> claim(
        String platformId, ReceiptKind kind, String node, Duration lease, Duration whole) {
      return within(() -> super.claim(platformId, kind, node, lease, whole));
    }

    @Override
    public void failed(Subscription claimed, String node, Exchange exchange, String words) {
      within(
          () -> {
            super.failed(claimed, node, exchange, words);
            return null;
          });
    }

    @Override
    public Map<String, LocalDate> issued(String platformId) {
      return within(() -> super.issued(platformId));
    }

    @Override
    public Optional<Receipt> takeListings(
        Terms terms, Exchange exchange, Rows<ReceivedListing> sent) {
      return within(() -> super.takeListings(terms, exchange, sent));
    }

    @Override
    public Optional<Receipt> takeStrategies(
        Terms terms, Exchange exchange, Rows<ReceivedStrategy> sent) {
      return within(() -> super.takeStrategies(terms, exchange, sent));
    }

    @Override
    public Optional<Receipt> takeViolations(
        Terms terms, Exchange exchange, Rows<ReceivedViolation> sent) {
      return within(() -> super.takeViolations(terms, exchange, sent));
    }

    @Override
    public void closeNotices() {
      within(
          () -> {
            super.closeNotices();
            return null;
          });
    }
  }
}
