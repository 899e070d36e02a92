package io.github.mcpmigrate.samples;

import java.util.Set;

/** The samples that were written without an SDK: how each is started, and what its tools answer. */
enum Handwritten {
  KITCHEN(
      "handwritten-sse-emitter",
      "kitchen-server-1.0.0.jar",
      "--server.port=0",
      "bake",
      "{\"minutes\": 40}",
      "The cake is ready after 40 minutes",
      4,
      Set.of("dns-rebinding-protection", "ping", "server-initialize", "tools-list")),
  LAB(
      "sse-server-transport",
      "lab-server.jar",
      "0",
      "test_tool_with_progress",
      "{}",
      "All steps are done",
      3,
      Set.of(
          "dns-rebinding-protection",
          "ping",
          "server-initialize",
          "tools-call-error",
          "tools-call-simple-text",
          "tools-call-with-progress",
          "tools-list"));

  private final String folder;
  private final String jar;
  private final String port;
  private final String tool;
  private final String arguments;
  private final String answer;
  private final int progress;
  private final Set<String> scenarios;

  Handwritten(
      String folder,
      String jar,
      String port,
      String tool,
      String arguments,
      String answer,
      int progress,
      Set<String> scenarios) {
    this.folder = folder;
    this.jar = jar;
    this.port = port;
    this.tool = tool;
    this.arguments = arguments;
    this.answer = answer;
    this.progress = progress;
    this.scenarios = scenarios;
  }

  /**
   * Builds it and starts what was built.
   *
   * @param state {@code before}, {@code after} or {@code after-dual}
   */
  RunningServer start(String state) throws Exception {
    Project project = Project.copyOf(folder + "/" + state, folder + "-as-" + state);
    return RunningServer.of(project, jar, port);
  }

  String folder() {
    return folder;
  }

  /** The tool that tells its progress. */
  String tool() {
    return tool;
  }

  /** JSON. */
  String arguments() {
    return arguments;
  }

  /** The text that the tool answers. */
  String answer() {
    return answer;
  }

  /** How many notifications of progress come before that. */
  int progress() {
    return progress;
  }

  /** The scenarios of the conformance suite that its tools and methods are enough for. */
  Set<String> scenarios() {
    return scenarios;
  }
}
