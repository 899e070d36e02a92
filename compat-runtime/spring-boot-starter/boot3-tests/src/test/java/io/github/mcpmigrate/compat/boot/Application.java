package io.github.mcpmigrate.compat.boot;

import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.method.MethodToolCallbackProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A Spring AI server as the guides have it: no transport code at all. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(AnnotatedServer.class)
class Application {

  @Bean
  ToolCallbackProvider tools() {
    return MethodToolCallbackProvider.builder().toolObjects(new Tools()).build();
  }

  static class Tools {

    @Tool(name = "callback", description = "A tool of a ToolCallback bean")
    public String callback(String who) {
      return "called back for " + who;
    }
  }
}
