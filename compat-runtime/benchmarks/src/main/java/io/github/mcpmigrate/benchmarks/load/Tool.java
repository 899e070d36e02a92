package io.github.mcpmigrate.benchmarks.load;

import java.util.Locale;

/** A tool of the contenders: what to ask, and what a right answer holds. */
public enum Tool {
  /** Answers at once with what it was told, different for each call. */
  ECHO {
    @Override
    String arguments(long call) {
      return "\"message\":\"hello " + call + '"';
    }

    @Override
    String answer(long call) {
      return "\"Echo: hello " + call + '"';
    }
  },
  /** Answers after one second. */
  SLEEP {
    @Override
    String arguments(long call) {
      return "\"millis\":1000";
    }

    @Override
    String answer(long call) {
      return "\"slept 1000\"";
    }
  };

  abstract String arguments(long call);

  /** A piece of the JSON of a right answer. */
  abstract String answer(long call);

  /** The JSON-RPC request. */
  String request(long call) {
    return "{\"jsonrpc\":\"2.0\",\"id\":"
        + call
        + ",\"method\":\"tools/call\",\"params\":{\"name\":\""
        + name().toLowerCase(Locale.ROOT)
        + "\",\"arguments\":{"
        + arguments(call)
        + "}}}";
  }

  /**
   * @throws IllegalStateException when the response is not the answer to this call
   */
  void check(long call, String response) {
    if (!response.contains("\"id\":" + call) || !response.contains(answer(call))) {
      throw new IllegalStateException("A wrong answer to call " + call + ": " + response);
    }
  }
}
