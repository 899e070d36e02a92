package io.github.mcpmigrate.samples.everything.feature;

import io.modelcontextprotocol.spec.McpSchema.AudioContent;
import io.modelcontextprotocol.spec.McpSchema.EmbeddedResource;
import io.modelcontextprotocol.spec.McpSchema.ImageContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;

/** Content that the conformance suite expects in more than one place. */
final class Fixtures {

  /** One red pixel. */
  static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==";

  /** A WAV header at 8 kHz without a sample. */
  private static final String WAV = "UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAAB9AAACABAAZGF0YQAAAAA=";

  private Fixtures() {}

  static ImageContent image() {
    return new ImageContent(null, PNG, "image/png");
  }

  static AudioContent audio() {
    return new AudioContent(null, WAV, "audio/wav");
  }

  static EmbeddedResource resource(String uri, String mimeType, String text) {
    return new EmbeddedResource(null, new TextResourceContents(uri, mimeType, text));
  }
}
