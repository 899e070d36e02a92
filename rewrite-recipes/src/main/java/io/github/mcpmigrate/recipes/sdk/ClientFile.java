package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.sdk.ClientPaths.Place;
import io.github.mcpmigrate.recipes.sdk.ClientUses.Construction;
import io.github.mcpmigrate.recipes.sdk.ServerProviderUses.Obstacle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.marker.JavaProject;

/** What one source file says about clients. */
final class ClientFile {

  /** A call of a method that may or may not be the project's own. */
  record Outside(String owner, Obstacle obstacle) {}

  final List<Outside> outside = new ArrayList<>();
  final List<Obstacle> obstacles = new ArrayList<>();
  final List<Construction> constructions = new ArrayList<>();
  final List<Place> places = new ArrayList<>();
  final Set<String> declares = new HashSet<>();
  final Set<String> linkedTo = new HashSet<>();
  @Nullable JavaProject project;
  boolean legacy;
  boolean streamable;
}
