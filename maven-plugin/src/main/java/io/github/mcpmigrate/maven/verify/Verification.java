package io.github.mcpmigrate.maven.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Verifies a server: what it speaks, whether each transport works, and whether all say the same.
 */
public final class Verification {

  private final VerifyOptions options;
  private final Rows rows;
  private final List<VerifyReport.Spoken> spoken = new ArrayList<>();

  private Verification(VerifyOptions options) {
    this.options = options;
    rows = new Rows(options.headers().values());
  }

  /**
   * Runs it. Sessions that it opens are ended, and streams closed, whatever happens.
   *
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  public static VerifyReport run(VerifyOptions options) throws InterruptedException {
    return new Verification(options).run();
  }

  private VerifyReport run() throws InterruptedException {
    String url = Urls.plain(options.url());
    try (Http http = new Http(options.headers(), options.timeout())) {
      Discovery discovery;
      try {
        discovery = Discovery.of(http, options.url());
      } catch (NoAnswer e) {
        return new VerifyReport(url, List.of(), rows.clean(e.getMessage()), List.of());
      }
      for (Look look : discovery.looks()) {
        reportSilence(look);
      }
      if (discovery.endpoints().isEmpty() && rows.all().isEmpty()) {
        return new VerifyReport(url, List.of(), rows.clean(discovery.nothing()), List.of());
      }
      for (Kind kind : options.expected()) {
        if (discovery.endpoints().stream().noneMatch(endpoint -> endpoint.kind() == kind)) {
          rows.add(
              "expected",
              kind.label(),
              Finding.fail(
                  "not found at the paths that were tried",
                  "Switch the transport on, or give the URL of its endpoint."));
        }
      }
      connect(http, discovery);
      return new VerifyReport(url, List.copyOf(spoken), null, rows.all());
    }
  }

  /** A server of another kind refuses such a request or answers it; a buffered one says nothing. */
  private void reportSilence(Look look) {
    if (look.endpoints().isEmpty() && look.get().silent() && look.post().status() != 0) {
      rows.add(
          "first-event",
          new Endpoint(Kind.HTTP_SSE, look.uri()).toString(),
          Finding.fail(
              "GET: " + look.get().words() + ", and POST is answered " + look.post().words(),
              SseChecks.BUFFERING));
    }
  }

  private void connect(Http http, Discovery discovery) throws InterruptedException {
    List<Peer> open = new ArrayList<>();
    try {
      Comparison comparison = new Comparison(rows, options.calls());
      for (Endpoint endpoint : discovery.endpoints()) {
        Look look = discovery.at(endpoint.uri());
        Peer peer = open(http, endpoint);
        if (peer != null) {
          open.add(peer);
        }
        check(http, look, endpoint, peer);
        if (peer != null) {
          comparison.take(peer);
        }
      }
      comparison.compare();
    } finally {
      for (Peer peer : open) {
        peer.close();
      }
    }
  }

  /** The handshake; null if it fails, which is a row of its own. */
  private Peer open(Http http, Endpoint endpoint) throws InterruptedException {
    Peer[] peer = new Peer[1];
    rows.run(
        "handshake",
        endpoint,
        () -> {
          peer[0] =
              switch (endpoint.kind()) {
                case HTTP_SSE -> SsePeer.open(http, endpoint);
                case STREAMABLE -> StreamablePeer.open(http, endpoint);
                case STATELESS -> StatelessPeer.open(http, endpoint);
              };
          return Finding.pass("revision " + peer[0].revision());
        });
    boolean session = peer[0] instanceof StreamablePeer own && !own.session().isEmpty();
    spoken.add(
        new VerifyReport.Spoken(
            endpoint,
            peer[0] == null ? "" : rows.clean(peer[0].revision()),
            peer[0] == null ? "" : rows.clean(name(peer[0].server())),
            session || endpoint.kind() == Kind.HTTP_SSE));
    return peer[0];
  }

  private static String name(Map<String, Object> server) {
    return server.containsKey("name")
        ? server.get("name") + " " + server.getOrDefault("version", "")
        : "";
  }

  private void check(Http http, Look look, Endpoint endpoint, Peer peer)
      throws InterruptedException {
    switch (endpoint.kind()) {
      case HTTP_SSE -> new SseChecks(http, look).run(rows);
      case STATELESS -> new StatelessChecks(http, look).run(rows);
      case STREAMABLE -> {
        if (peer instanceof StreamablePeer streamable) {
          new StreamableChecks(http, options, look, streamable).run(rows);
        }
      }
    }
  }
}
