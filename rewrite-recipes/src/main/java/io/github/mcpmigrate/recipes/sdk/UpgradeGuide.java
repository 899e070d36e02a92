package io.github.mcpmigrate.recipes.sdk;

/** Where a user reads what changed between the versions of the SDK. */
final class UpgradeGuide {

  /** The release notes, which link the migration guides of 0.8, 0.10 and 2.0. */
  static final String URL = "https://github.com/modelcontextprotocol/java-sdk/releases";

  private UpgradeGuide() {}
}
