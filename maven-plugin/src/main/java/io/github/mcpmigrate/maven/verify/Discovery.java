package io.github.mcpmigrate.maven.verify;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a server speaks, and where.
 *
 * @param looks one for each URL that was asked
 */
record Discovery(List<Look> looks) {

  /**
   * Asks the given URL and the usual paths beside it; where it speaks no MCP those below it.
   *
   * @throws NoAnswer if nothing listens
   */
  static Discovery of(Http http, URI given) throws NoAnswer, InterruptedException {
    List<Look> looks = new ArrayList<>();
    Look first = Look.at(http, given);
    looks.add(first);
    List<URI> others = new ArrayList<>();
    if (!first.endpoints().isEmpty()) {
      others.addAll(Urls.beside(given));
    } else {
      others.addAll(Urls.below(given).subList(1, 3));
    }
    for (URI uri : others) {
      looks.add(Look.at(http, uri));
    }
    return new Discovery(List.copyOf(looks));
  }

  List<Endpoint> endpoints() {
    return looks.stream().flatMap(look -> look.endpoints().stream()).toList();
  }

  Look at(URI uri) {
    return looks.stream().filter(look -> look.uri().equals(uri)).findFirst().orElseThrow();
  }

  /** Why nothing was found, in a sentence. */
  String nothing() {
    Look first = looks.get(0);
    String url = Urls.plain(first.uri());
    if (looks.stream()
        .anyMatch(look -> look.post().status() == 401 || look.post().status() == 403)) {
      return "%s wants authorization (%s); give it with -Dheader='Authorization: Bearer …'."
          .formatted(Urls.origin(first.uri()), first.post().words());
    }
    for (Look look : looks) {
      if (look.get().status() >= 300 && look.get().status() < 400) {
        return "%s redirects (%s); give the URL that it redirects to."
            .formatted(Urls.plain(look.uri()), look.get().words());
      }
    }
    boolean page = looks.stream().anyMatch(look -> look.get().type().equals("text/html"));
    String tried =
        looks.stream()
            .map(
                look ->
                    "%s: POST %s, GET %s"
                        .formatted(Urls.path(look.uri()), look.post().words(), look.get().words()))
            .collect(Collectors.joining("; "));
    return (page
                ? "%s is a web server that speaks no MCP at the paths that were tried (%s)"
                : "%s speaks no MCP at the paths that were tried (%s)")
            .formatted(url, tried)
        + "; give the URL of its MCP endpoint.";
  }
}
