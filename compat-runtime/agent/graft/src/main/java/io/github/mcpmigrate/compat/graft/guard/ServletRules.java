package io.github.mcpmigrate.compat.graft.guard;

import io.github.mcpmigrate.compat.door.Reply;
import jakarta.servlet.http.HttpServletRequest;

/** What an application's own rules say of a caller. */
interface ServletRules {

  /**
   * @return null when the rules would let the caller use the old way
   */
  Reply refusal(HttpServletRequest request, OldPaths old);

  /** For the log. */
  String description();

  /** There are none, or they cannot be asked. */
  record Fixed(Reply answer, String description) implements ServletRules {

    @Override
    public Reply refusal(HttpServletRequest request, OldPaths old) {
      return answer;
    }
  }
}
