package io.github.mcpmigrate.compat.boot;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints what is wrong and what to write, in place of a stack trace. */
final class CompatFailureAnalyzer extends AbstractFailureAnalyzer<CompatConfigurationException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, CompatConfigurationException cause) {
    return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
  }
}
