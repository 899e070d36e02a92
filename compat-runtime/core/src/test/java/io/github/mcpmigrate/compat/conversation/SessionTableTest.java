package io.github.mcpmigrate.compat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionTableTest {

  private static final Caller ALICE = new Caller("alice", null);
  private static final Caller BOB = new Caller("bob", null);

  private final SessionTable table = new SessionTable(2, 2);

  @Test
  void aSessionBelongsToWhoOpenedIt() {
    FakeSession session = new FakeSession("alice");
    table.open(session).lease().close();
    assertThat(table.acquire(session.id(), FakeSession.class, ALICE)).isNotNull();
    assertThat(table.acquire(session.id(), FakeSession.class, BOB)).isNull();
    assertThat(table.acquire(session.id(), FakeSession.class, Caller.ANONYMOUS)).isNull();
    assertThat(table.acquire("guess", FakeSession.class, ALICE)).isNull();
  }

  @Test
  void refusesMoreThanItHasRoomFor() {
    FakeSession first = new FakeSession(null);
    table.open(first);
    table.open(new FakeSession(null));
    Admission<FakeSession> refused = table.open(new FakeSession(null));
    assertThat(refused.lease()).isNull();
    assertThat(refused.refusal().reason()).isEqualTo(Refusal.Reason.SERVER_LIMIT);
    table.close(first, "done");
    assertThat(table.open(new FakeSession(null)).refusal()).isNull();
    assertThat(table.size()).isEqualTo(2);
  }

  @Test
  void onePrincipalCannotTakeAllTheRoom() {
    SessionTable shared = new SessionTable(10, 2);
    FakeSession first = new FakeSession("alice");
    shared.open(first);
    shared.open(new FakeSession("alice"));
    assertThat(shared.open(new FakeSession("alice")).refusal().reason())
        .isEqualTo(Refusal.Reason.CLIENT_LIMIT);
    assertThat(shared.open(new FakeSession("bob")).refusal()).isNull();
    shared.close(first, "done");
    assertThat(shared.open(new FakeSession("alice")).refusal()).isNull();
  }

  @Test
  void peopleWithoutANameAreNotCountedTogether() {
    SessionTable shared = new SessionTable(10, 1);
    assertThat(shared.open(new FakeSession(null)).refusal()).isNull();
    assertThat(shared.open(new FakeSession(null)).refusal()).isNull();
  }

  @Test
  void drainsAtOnceWhenNothingRuns() {
    FakeSession session = new FakeSession(null);
    table.open(session);
    assertThat(table.drain("going").toCompletableFuture()).isCompleted();
    assertThat(session.closed).containsExactly("going");
    assertThat(table.open(new FakeSession(null)).refusal()).isEqualTo(Refusal.SHUTTING_DOWN);
  }

  @Test
  void onlyAnUnusedSessionExpires() {
    FakeSession leased = new FakeSession(null);
    FakeSession streaming = new FakeSession(null);
    Lease<FakeSession> lease = table.open(leased).lease();
    table.open(streaming).lease().close();
    streaming.open = true;
    table.closeIdle(Duration.ofNanos(-1));
    assertThat(table.size()).isEqualTo(2);
    lease.close();
    lease.close();
    streaming.open = false;
    table.closeIdle(Duration.ofNanos(-1));
    assertThat(table.size()).isZero();
    assertThat(leased.closed).hasSize(1);
  }

  @Test
  void nobodyGetsALeaseOnAClosingSession() {
    FakeSession session = new FakeSession(null);
    Lease<FakeSession> lease = table.open(session).lease();
    table.close(session, "first");
    table.close(session, "second");
    assertThat(session.closed).containsExactly("first");
    assertThat(lease.another()).isNull();
    assertThat(table.acquire(session.id(), FakeSession.class, Caller.ANONYMOUS)).isNull();
  }

  private static final class FakeSession extends Session {
    final List<String> closed = new ArrayList<>();
    boolean open;

    FakeSession(String owner) {
      super(owner);
    }

    @Override
    public Conversation conversation() {
      return new Conversation(null, List.of(), null, 1);
    }

    @Override
    protected boolean hasOpenStream() {
      return open;
    }

    @Override
    protected void onClose(String reason) {
      closed.add(reason);
    }
  }
}
