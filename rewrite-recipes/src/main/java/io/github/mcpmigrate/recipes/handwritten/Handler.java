package io.github.mcpmigrate.recipes.handwritten;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.J;

/** The code that handles one kind of request: a method, or a lambda that is given the request. */
final class Handler {

  final Place place;

  /** The outermost class, by its full name. */
  final String owner;

  /** What others call it by; empty for a lambda. */
  final String key;

  /** Null once the file has been looked at. */
  @Nullable J tree;

  /** It sends the endpoint event. */
  boolean opens;

  /** It writes events whose name it is given. */
  boolean namesEvents;

  boolean readsSessionId;
  boolean isPost;
  boolean isOtherRequest;

  /** The methods that it asks to send the endpoint event, by their keys. */
  final Set<String> askedToOpen = new HashSet<>();

  /** The fields that it puts something into, by their keys. */
  final Set<String> fills = new HashSet<>();

  /** The fields that it takes something out of, by their keys. */
  final Set<String> reads = new HashSet<>();

  /** The strings that say what kind of event an article's server sends. */
  final Set<String> words = new HashSet<>();

  /** What may be the dispatch of its messages. */
  final List<Place> dispatches = new ArrayList<>();

  Handler(Place place, String owner, String key, J tree) {
    this.place = place;
    this.owner = owner;
    this.key = key;
    this.tree = tree;
  }

  void letGo() {
    tree = null;
  }

  /** An event {@code initialize} that says where to post: what some articles teach. */
  boolean opensAsInArticles() {
    return words.contains("initialize")
        && words.contains("postEndpoint")
        && words.contains("sessionId");
  }
}
