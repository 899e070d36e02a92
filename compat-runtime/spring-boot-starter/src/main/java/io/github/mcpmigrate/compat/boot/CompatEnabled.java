package io.github.mcpmigrate.compat.boot;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether the MCP server and its two transports are wanted. Both are, unless switched off. */
final class CompatEnabled implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return in(context.getEnvironment());
  }

  static boolean in(Environment environment) {
    return environment.getProperty("mcp.compat.enabled", Boolean.class, true)
        && environment.getProperty(SpringAiKeys.PREFIX + ".enabled", Boolean.class, true);
  }
}
