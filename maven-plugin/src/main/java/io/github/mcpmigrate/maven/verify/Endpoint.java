package io.github.mcpmigrate.maven.verify;

import java.net.URI;

/** A URL and what is spoken there. */
record Endpoint(Kind kind, URI uri) {

  @Override
  public String toString() {
    return kind.label() + " " + Urls.path(uri);
  }
}
