package io.github.mcpmigrate.compat.conversation;

import io.github.mcpmigrate.compat.json.Envelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server says unasked, on its way to the client. */
final class ConversationVoice implements Voice {

  private static final Logger LOG = LoggerFactory.getLogger(ConversationVoice.class);

  private final Conversation conversation;
  private final Audience audience;

  ConversationVoice(Conversation conversation, Audience audience) {
    this.conversation = conversation;
    this.audience = audience;
  }

  @Override
  public void notice(Envelope notification) {
    if (conversation.mayTell(notification)) {
      audience.unrelated(notification);
    }
  }

  @Override
  public void ask(Ask ask) {
    conversation.ask(ask, null, audience::unrelated, audience::unrelated);
  }

  @Override
  public Room room() {
    return audience.room();
  }

  @Override
  public void lost(Throwable cause) {
    LOG.info("The server ended the conversation: {}", String.valueOf(cause));
    conversation.close("The server has gone");
  }
}
