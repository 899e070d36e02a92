package io.github.mcpmigrate.recipes.build;

import java.util.Optional;

/** What becomes of a library's artifacts in Gradle files. */
interface ArtifactMoves {

  /** Whether coordinates are of the library. */
  boolean concerns(GradleDependency dependency);

  /** What an artifact is called from now on, if its name changes. */
  Optional<String> renamed(String artifact);

  /** What a place has to say from now on; empty if it stays. */
  Optional<String> target(String place);

  /** The version that coordinates have to name themselves from now on, if it changes. */
  Optional<String> target(GradleDependency dependency);
}
